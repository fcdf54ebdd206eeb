package fr.jalon.demo;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.RepondreAUneDemande;
import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.habilitations.AuNomDe;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few notebooks, written by the accounts that the demonstration shows, through the doors of everyone: the référent and the partner write to each
 * other about persons both see, the responsable asks something, a person refuses. Invented, as every text here.
 */
@Component
class CarnetDeLaDemo {
  private static final String REFERENT = "referent";
  private static final String PARTENAIRE = "partenaire";
  private static final String RESPONSABLE = "responsable";
  private final EcrireDansLeCarnet ecrire;
  private final RepondreAUneDemande faire;
  private final TenirLesOppositions oppositions;
  private final ThemesDuCarnet themes;
  private final AuNomDe auNomDe;
  private final Horloge horloge;
  private final JdbcClient base;

  CarnetDeLaDemo(EcrireDansLeCarnet ecrire, RepondreAUneDemande faire, TenirLesOppositions oppositions, ThemesDuCarnet themes, AuNomDe auNomDe,
      Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.ecrire = ecrire;
    this.faire = faire;
    this.oppositions = oppositions;
    this.themes = themes;
    this.auNomDe = auNomDe;
    this.horloge = horloge;
    this.base = base;
  }

  /** Writes them, once. */
  void jouer() {
    if (base.sql("select exists (select from carnet.entree)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    List<Long> communes = communes();
    List<Long> siennes = siennes();
    if (!communes.isEmpty()) {
      long elle = communes.getFirst();
      ecrire(REFERENT, elle, "LOGEMENT", 21, "Le bail se termine en fin d'année, le propriétaire vend.", null, null);
      long place = ecrire(PARTENAIRE, elle, "EMPLOI", 6, "Une place s'ouvre sur notre chantier le mois prochain. Est-elle disponible le matin ?",
          REFERENT, null);
      repondre(REFERENT, place, "Oui, la garde est réglée depuis la rentrée.");
      ecrire(PARTENAIRE, elle, "MOBILITE", 2, "Le bus arrive à 8 h 40 : peut-elle commencer à 9 h ?", REFERENT, null);
    }
    if (communes.size() > 1) {
      ecrire(REFERENT, communes.get(1), "FORMATION", 9, "Remise à niveau commencée, trois jours par semaine.", PARTENAIRE, jour.plusDays(7));
      auNomDe.agir(REFERENT, () -> {
        oppositions.opposer(communes.get(1), "FRANCE_TRAVAIL", jour.minusDays(9));
        return null;
      });
    }
    if (siennes.size() > 2) {
      ecrire(RESPONSABLE, siennes.getFirst(), "PARCOURS", 4, "La commission demande un point avant de décider.", REFERENT, jour.plusDays(3));
      long faite = ecrire(RESPONSABLE, siennes.get(1), "PARCOURS", 8, "Vérifier l'adresse avant la convocation.", REFERENT, jour.plusDays(1));
      dire(REFERENT, faite);
      ecrire(REFERENT, siennes.get(1), "BUDGET", 12, "Dossier de surendettement déposé, réponse sous trois mois.", null, null);
      ecrire(REFERENT, siennes.get(1), "SANTE", 12, "La santé pèse sur les horaires : rien avant 10 h. Suivi en cours avec son médecin.", null, null);
      ecrire(REFERENT, siennes.get(2), "NUMERIQUE", 1, "Pas d'ordinateur : l'aider pour l'espace en ligne de la caisse.", REFERENT, jour.plusDays(5));
    }
  }

  private long ecrire(String par, long personne, String theme, int ilYA, String texte, String pour, LocalDate limite) {
    return auNomDe.agir(par, () -> ecrire.executer(new NouvelEcrit(personne, themes.theme(theme).orElseThrow(), LocalDate.now(horloge)
        .minusDays(ilYA),
        texte, pour, limite, UUID.randomUUID()), false));
  }

  private void repondre(String par, long entree, String texte) {
    auNomDe.agir(par, () -> {
      ecrire.repondre(entree, texte, UUID.randomUUID());
      return null;
    });
  }

  /** What an entry asks is done. */
  private void dire(String par, long entree) {
    List<Long> demandes = base.sql("select id from carnet.demande where entree_id = ?").param(entree).query(Long.class).list();
    auNomDe.agir(par, () -> faire.executer(demandes));
  }

  /** Two persons whom both the référent and the partner see. */
  private List<Long> communes() {
    return base.sql("""
        select p.id from allocataires.personne p, habilitations.agent r, habilitations.agent o
        where r.identifiant = ? and o.identifiant = ? and p.fusionnee_dans is null and p.territoire_id = any(r.territoires)
          and p.organisation_ids && o.organisations order by p.id limit 2""").params(REFERENT, PARTENAIRE).query(Long.class).list();
  }

  /** Three persons whom the référent follows. */
  private List<Long> siennes() {
    return base.sql("""
        select s.personne_id from orientation.suivi s join structures.compte_de_referent c on c.referent_id = s.referent_id
        join habilitations.agent a on a.id = c.agent_id join allocataires.personne p on p.id = s.personne_id and p.territoire_id = any(a.territoires)
        where a.identifiant = ? and s.etat = 'EN_COURS' order by s.personne_id limit 3""").param(REFERENT).query(Long.class).list();
  }
}
