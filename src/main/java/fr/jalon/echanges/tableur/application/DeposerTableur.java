package fr.jalon.echanges.tableur.application;

import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.Correspondance;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.Tableau;
import fr.jalon.echanges.tableur.lecture.LectureDeFichier;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** An agent drops a spreadsheet, then says which column is what. */
@Service
public class DeposerTableur {
  /** Largest file taken, in bytes. */
  public static final long TAILLE_MAXIMALE = 50L << 20;
  private static final long ATTENTE_S = 20;
  private final Tableurs tableurs;
  private final RegistreDuTableur registre;
  private final AgentCourant agentCourant;
  private final OriginauxDesTableurs originaux;
  private final Bornes bornes;
  /** Reading takes memory: not ten at once. */
  private final Semaphore lectures;

  DeposerTableur(Tableurs tableurs, RegistreDuTableur registre, AgentCourant agentCourant, OriginauxDesTableurs originaux, Bornes bornes) {
    this.tableurs = tableurs;
    this.registre = registre;
    this.agentCourant = agentCourant;
    this.originaux = originaux;
    this.bornes = bornes;
    this.lectures = new Semaphore(bornes.lecturesDeTableurs(), true);
  }

  /** Where the bytes of a spreadsheet are taken from. */
  @FunctionalInterface
  public interface Contenu {
    /** All of them. */
    byte[] octets() throws IOException;
  }

  /**
   * Reads and keeps a spreadsheet, whose bytes are taken to memory when its turn comes only. One that cannot be read is noted in the register of
   * imports with the reason.
   *
   * @return its number
   * @throws RefusMetier when it cannot be read
   * @throws UncheckedIOException when its bytes cannot be had
   */
  public long deposer(String fichier, Contenu contenu) {
    return deposer(fichier, GenreDeTableur.PERSONNES, contenu);
  }

  /** The same, of what a former tool knew of persons. @param fichier its name, blank when no file was chosen */
  public long deposer(String fichier, GenreDeTableur genre, Contenu contenu) {
    exiger(agentCourant.perimetre(), genre);
    if (fichier != null && fichier.isBlank()) {
      throw new RefusMetier("FICHIER_A_CHOISIR", "Choisissez un fichier, puis déposez-le.");
    }
    prendreUnePlace();
    try {
      byte[] octets = contenu.octets();
      if (octets.length > TAILLE_MAXIMALE) {
        throw new RefusMetier("FICHIER_TROP_GROS", "Ce tableur dépasse 50 Mo : découpez-le en plusieurs fichiers.");
      }
      return lireEtGarder(fichier, genre, octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lectures.release();
    }
  }

  private void prendreUnePlace() {
    try {
      if (lectures.tryAcquire(ATTENTE_S, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusMetier("LECTURE_EN_COURS", "D'autres tableurs sont en cours de lecture. Déposez celui-ci dans une minute.");
  }

  private long lireEtGarder(String fichier, GenreDeTableur genre, byte[] octets) {
    tableurs.purger();
    String nom = fichier == null || fichier.isBlank() ? "tableur" : fichier.strip();
    Tableau tableau;
    try {
      tableau = LectureDeFichier.lire(octets, bornes);
    } catch (RefusMetier refus) {
      registre.refuser(nom, sha256(octets), octets.length, refus.getMessage(), agentCourant.perimetre().agent());
      throw refus;
    }
    return tableurs.creer(nom, genre, sha256(octets), empreinte(tableau), tableau, octets, agentCourant.perimetre().agent());
  }

  private static String empreinte(Tableau tableau) {
    return sha256(tableau.entetes().stream().map(CleDeRecherche::de).collect(Collectors.joining("|")).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the same file again, with the headers where the agent says.
   *
   * @throws RefusMetier when something of it is recorded already, or when there is nothing there
   */
  public void relire(Tableur t, Tableau.Choix choix) {
    exiger(agentCourant.perimetre(), t.genre());
    prendreUnePlace();
    try {
      byte[] octets = t.importId() != null || t.enCours() ? null : originaux.lire(t.id()).orElse(null);
      if (octets == null) {
        throw dejaEnregistre();
      }
      Tableau tableau = LectureDeFichier.lire(octets, bornes, choix);
      if (!tableurs.remplacer(t, empreinte(tableau), tableau)) {
        throw dejaEnregistre();
      }
    } finally {
      lectures.release();
    }
  }

  /** The columns as matched, else as matched last time for the same headers, else as the headers say. */
  public Correspondance proposer(Tableur t) {
    if (t.correspondance() != null) {
      return t.correspondance();
    }
    return tableurs.modele(t.genre(), t.empreinteEntetes()).orElseGet(() -> Correspondance.deviner(t.entetes(), t.genre()));
  }

  /**
   * Matches the columns.
   *
   * @param champs    field of each column, in the order of the headers; {@code null} leaves a column aside
   * @param parcours  pathway of the rows that say nothing of it, or {@code null}
   * @param orienteLe day of orientation of the rows that say nothing of it, or {@code null}
   * @throws RefusMetier when a required field has no column, a field has two, or the spreadsheet is being recorded
   */
  public void associer(Tableur t, List<Champ> champs, String parcours, LocalDate orienteLe) {
    exiger(agentCourant.perimetre(), t.genre());
    Map<Champ, Integer> colonnes = new EnumMap<>(Champ.class);
    for (int i = 0; i < Math.min(champs.size(), t.entetes().size()); i++) {
      Champ champ = champs.get(i);
      if (champ != null && colonnes.putIfAbsent(champ, i) != null) {
        throw new RefusMetier("DEUX_COLONNES", "Deux colonnes donnent « " + champ.libelle() + " » : gardez-en une.");
      }
    }
    Correspondance c = new Correspondance(colonnes);
    List<Champ> manquants = c.manquants(t.genre());
    if (!manquants.isEmpty()) {
      throw new RefusMetier("COLONNE_MANQUANTE", "Il manque la colonne " + manquants.stream().map(m -> "« " + m.libelle() + " »")
          .collect(Collectors.joining(" et la colonne "))
          + " : dites quelle colonne la donne.");
    }
    if (!tableurs.associer(t, c, parcours, orienteLe)) {
      throw dejaEnregistre();
    }
  }

  private static RefusMetier dejaEnregistre() {
    return new RefusMetier("DEJA_ENREGISTRE",
        "Ce tableur est déjà enregistré, ou il est en train de l'être : pour le lire autrement, déposez le fichier de nouveau.");
  }

  /** Persons by who loads files; the rest by who takes over, and may write the same by hand. */
  static void exiger(Perimetre p, GenreDeTableur genre) {
    if (!p.peut(genre.ressource()) || genre.repris() && !p.peut("REPRISE")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'importer ce tableur.");
    }
  }

  private static String sha256(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
