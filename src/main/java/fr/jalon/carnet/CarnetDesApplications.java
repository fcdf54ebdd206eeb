package fr.jalon.carnet;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.RepondreAUneDemande;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.EcritsParCurseur;
import fr.jalon.carnet.lecture.EcritsParCurseur.Curseur;
import fr.jalon.carnet.lecture.EcritsParCurseur.EcritLu;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which applications of partners read and write notebooks: what the kind of actor of their organisation reads, and nothing of a theme of
 * health, whatever that kind. Reading is written on each person, so that the page she may be given stays true.
 */
@Service
public class CarnetDesApplications {
  private final EcritsParCurseur ecrits;
  private final LecteursDuCarnet lecteurs;
  private final ThemesDuCarnet themes;
  private final EcrireDansLeCarnet ecrire;
  private final RepondreAUneDemande repondre;
  private final Journal journal;

  CarnetDesApplications(EcritsParCurseur ecrits, LecteursDuCarnet lecteurs, ThemesDuCarnet themes, EcrireDansLeCarnet ecrire,
      RepondreAUneDemande repondre, Journal journal) {
    this.ecrits = ecrits;
    this.lecteurs = lecteurs;
    this.themes = themes;
    this.ecrire = ecrire;
    this.repondre = repondre;
    this.journal = journal;
  }

  /** A theme the application reads, hence writes in. @param lecteurs who will read, in words */
  public record ThemeOuvert(String code, String libelle, List<String> lecteurs, String rappel) {}

  /** Those of the application at work, with who will read: to be shown to whoever writes, before she writes. */
  @Transactional(readOnly = true)
  public List<ThemeOuvert> themes() {
    return lecteurs.miens().stream().filter(t -> !t.sante())
        .map(t -> new ThemeOuvert(t.code(), t.libelle(), t.lecteurs().stream().sorted().map(Sorte::libelle).toList(), t.rappel())).toList();
  }

  /** @see EcritsParCurseur#lire */
  @Transactional
  public List<EcritLu> depuis(Long personne, OffsetDateTime depuis, Curseur apres, int taille) {
    List<EcritLu> lus = ecrits.lire(personne, depuis, apres, taille);
    journal.tracer("CONSULTATION", lus.stream().map(EcritLu::personneId).distinct().map(p -> new Journal.Objet(p, null, "Carnet partagé")).toList());
    return lus;
  }

  /**
   * Writes, once.
   *
   * @param theme code
   * @return its number
   * @throws RefusMetier as on screen; THEME_HORS_API for a theme of health
   */
  @Transactional
  public long ecrire(long personne, String theme, LocalDate le, String texte, UUID cle) {
    Theme choisi = themes.theme(theme).orElse(null);
    if (choisi != null && choisi.sante()) {
      throw new RefusMetier("THEME_HORS_API", "Ce thème parle de la santé : il ne se lit ni ne s'écrit par l'API. Écrivez-le dans Jalon.");
    }
    return ecrire.executer(new NouvelEcrit(personne, choisi, le, texte, null, null, cle), false);
  }

  /** What it may not read does not exist: a thread of health neither. @see EcrireDansLeCarnet#repondre */
  @Transactional
  public long repondre(long entree, String texte, UUID cle) {
    if (!ecrits.lisible(entree)) {
      throw EcrireDansLeCarnet.plusLisible();
    }
    return ecrire.repondre(entree, texte, cle);
  }

  /** Says that something asked was read or done; twice is once. @throws RefusMetier when it is asked of others, or in a thread of health */
  @Transactional
  public void faite(long demande) {
    if (!ecrits.demandeLisible(demande)) {
      throw RepondreAUneDemande.dAutrui();
    }
    repondre.executer(demande);
  }
}
