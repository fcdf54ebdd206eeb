package fr.jalon.bancs;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * One agent at work: she follows the links she is shown, comes back to her menu, searches, exports now and then, and writes a telephone
 * number on a dossier. Her walk depends on her seed only and on what the pages show.
 */
final class AgentDuBanc {
  private static final double RETOUR_AU_MENU = 0.15;
  private static final double RECHERCHE = 0.08;
  private static final double EXPORT = 0.02;
  private final NavigateurDuBanc navigateur;
  private final SplittableRandom hasard;
  private final Chronometre chronometre;
  private final List<String> noms;
  private final String role;
  private List<String> menu = List.of();

  AgentDuBanc(NavigateurDuBanc navigateur, String role, long graine, List<String> noms, Chronometre chronometre) {
    this.navigateur = navigateur;
    this.role = role;
    this.hasard = new SplittableRandom(graine);
    this.noms = noms;
    this.chronometre = chronometre;
  }

  /** Works until then. @param fin {@link System#nanoTime} @param pauseNs between two clicks, on average */
  void travailler(long fin, long pauseNs) {
    PageDuBanc page = null;
    while (System.nanoTime() < fin) {
      LockSupport.parkNanos((long) (pauseNs * (0.5 + hasard.nextDouble())));
      try {
        page = page == null ? clic("/") : suivre(page);
      } catch (IOException e) {
        chronometre.erreur(role + " : " + e);
        page = null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private PageDuBanc suivre(PageDuBanc page) throws IOException, InterruptedException {
    if (!page.menu().isEmpty()) {
      menu = page.menu();
    }
    if (page.chemin().endsWith("/coordonnees") && page.aUnFormulaire(page.chemin())) {
      return ecrire(page);
    }
    double choix = hasard.nextDouble();
    if (choix < RECHERCHE && menu.contains("/allocataires")) {
      String nom = noms.get(hasard.nextInt(noms.size()));
      return clic("/allocataires?q=" + NavigateurDuBanc.encoder(nom.substring(0, Math.min(4, nom.length()))));
    }
    List<String> liens = page.liens().stream().filter(l -> lisible(l, choix)).toList();
    if (liens.isEmpty() || choix > 1 - RETOUR_AU_MENU) {
      return clic(menu.isEmpty() ? "/" : menu.get(hasard.nextInt(menu.size())));
    }
    return clic(liens.get(hasard.nextInt(liens.size())));
  }

  /** A file is asked for rarely; the page stays the one before. */
  private boolean lisible(String lien, double choix) {
    return !telechargement(lien) || choix < RECHERCHE + EXPORT;
  }

  private static boolean telechargement(String lien) {
    return lien.contains("export") || lien.contains("pdf") || lien.contains("xlsx") || lien.contains(".csv") || lien.contains("/original");
  }

  private PageDuBanc ecrire(PageDuBanc page) throws IOException, InterruptedException {
    Map<String, String> champs = page.champs(page.chemin());
    champs.replaceAll((nom, valeur) -> nom.equals("telephone") ? "06 39 98 %02d %02d".formatted(hasard.nextInt(100), hasard.nextInt(100)) : valeur);
    PageDuBanc apres = navigateur.envoyer(page.chemin(), champs);
    if (apres.statut() == HttpURLConnection.HTTP_CONFLICT) {
      // another agent wrote there meanwhile: the page says what changed and keeps what was typed, she sends it again
      chronometre.noter("(un collègue avant) " + forme(page.chemin()), apres.duree());
      apres = navigateur.envoyer(page.chemin(), apres.champs(page.chemin()));
    }
    return noter("(écrit) " + page.chemin(), apres);
  }

  private PageDuBanc clic(String chemin) throws IOException, InterruptedException {
    PageDuBanc page = noter(chemin, navigateur.ouvrir(chemin));
    for (String fragment : page.fragments()) {
      noter(fragment, navigateur.ouvrir(fragment));
    }
    return telechargement(chemin) || page.erreur() ? null : page;
  }

  private PageDuBanc noter(String chemin, PageDuBanc page) {
    if (page.erreur() || page.dehors()) {
      chronometre.erreur("%s : %s → %d %s".formatted(role, chemin, page.statut(), page.dehors() ? "(connexion)" : ""));
    }
    chronometre.noter(forme(chemin), page.duree());
    return page;
  }

  /** The kind of page: its address without numbers, codes nor query. */
  private static String forme(String chemin) {
    return chemin.replaceFirst("\\?.*", "").replaceAll("/\\d[^/]*", "/{n}");
  }
}
