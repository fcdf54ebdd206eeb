package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.PasDifferes.Differe;
import fr.jalon.accompagnement.lecture.PersonneSuivie;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Refus;
import fr.jalon.rendezvous.lecture.LigneDAgenda;
import fr.jalon.structures.Referent;
import java.time.LocalDate;
import java.util.List;

/**
 * The day of a référent.
 *
 * @param qui        whose day, {@code null} for that of the agent's organisations, or when nobody was chosen
 * @param mienne     true when she is the agent at work
 * @param choix      whose day may be looked at
 * @param suivies    how many persons she follows
 * @param rendezVous her appointments today
 * @param enRetard   persons whose worst step is late; @param bientot due in the days to come; @param sansDate due without a day
 * @param differes   steps put off or said not to be needed
 * @param refuse     what was refused of the step of one person, or {@link Refus#AUCUN}
 */
public record PageDeMaJournee(Referent qui, boolean mienne, List<Referent> choix, int suivies, List<LigneDAgenda> rendezVous, List<Ligne> enRetard,
    List<Ligne> bientot, List<Ligne> sansDate, List<Remis> differes, Saisie saisie, Refus refuse, LocalDate aujourdhui) {
  /** Lines shown of a part; whoever follows more begins with these. */
  public static final int MONTREES = 100;

  /** A person and what to do for her. @param ensuite her other steps */
  public record Ligne(PersonneSuivie personne, PasDuDossier pas, List<PasDuDossier> ensuite) {}

  /** A step put off. */
  public record Remis(PersonneSuivie personne, PasDuDossier pas, Differe differe) {}

  /** What was typed to put a step off. */
  public record Saisie(long personne, String genre, String decision, String jusquAu, String raison) {
    /** True when it is about that step of that person. */
    public boolean de(Ligne l) {
      return personne == l.personne().id() && l.pas().genre().equals(genre);
    }
  }

  /** True when there is nothing to do. */
  public boolean toutEstFait() {
    return enRetard.isEmpty() && bientot.isEmpty() && sansDate.isEmpty();
  }

  /** « 12 personnes suivies ; 3 pas en retard, 2 à faire dans les jours qui viennent. » */
  public String resume() {
    return Francais.compte(suivies, "personne suivie", "personnes suivies") + (toutEstFait() ? "." : " : "
        + Francais.compte(enRetard.size(), "est en retard", "sont en retard") + ", "
        + Francais.compte(bientot.size(), "attend quelque chose dans les jours qui viennent", "attendent quelque chose dans les jours qui viennent")
        + ".");
  }

  /** True when this line must say who follows her: nobody in particular is looked at, or a colleague asks something about somebody else's. */
  public boolean suivieParUnAutre(PersonneSuivie p) {
    return qui == null || !qui.nom().equals(p.referent());
  }

  /** The address of this day. */
  public String ici() {
    return qui == null || mienne ? "/ma-journee" : "/ma-journee?referent=" + qui.id();
  }
}
