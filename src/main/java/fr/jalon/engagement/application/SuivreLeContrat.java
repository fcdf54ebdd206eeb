package fr.jalon.engagement.application;

import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Jours;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a contract: its objectives, its end, and that it was somebody else's. */
@Service
public class SuivreLeContrat {
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final EcheancesDuContrat echeances;
  private final MoisDuContrat mois;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  SuivreLeContrat(JdbcClient base, RegistreDesContrats registre, EcheancesDuContrat echeances, MoisDuContrat mois,
      ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.echeances = echeances;
    this.mois = mois;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * What became of an objective of a version signed; said again, the last word counts.
   *
   * @param resultat {@code null} when nothing is chosen; @param pourquoi asked when it is not reached
   * @throws fr.jalon.socle.RefusMetier a field is wrong, or it is not of a version signed
   */
  @Transactional
  public void direLeResultat(long personneId, long contrat, long objectif, ResultatDObjectif resultat, String pourquoi) {
    Contrat c = registre.exiger(personneId, contrat);
    Fautes fautes = new Fautes().exiger(resultat != null, "resultat", "RESULTAT_DE_L_OBJECTIF", "Dites s'il est atteint, en partie, ou non.");
    if (resultat != null && resultat != ResultatDObjectif.ATTEINT) {
      Jours.raison(fautes, "pourquoi", pourquoi);
    }
    fautes.exiger(pourquoi == null || pourquoi.length() <= Jours.MOTIF, "pourquoi", "TEXTE_TROP_LONG",
        "Ce texte est trop long : gardez %d caractères au plus.".formatted(Jours.MOTIF)).lever();
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("pourquoi", pourquoi == null || pourquoi.isBlank() ? null : pourquoi.strip());
    int ecrits = base.sql("""
        update engagement.objectif o set resultat = :resultat, pourquoi = :pourquoi::text, resultat_le = :le, resultat_par = :par from engagement.version v
        where o.id = :objectif and v.id = o.version_id and v.contrat_id = :contrat and v.etat = 'SIGNEE' and o.retire_le is null""").params(valeurs)
        .param("resultat", resultat.name()).param("le", LocalDate.now(horloge)).param("par", registre.moi()).param("objectif", objectif)
        .param("contrat", contrat).update();
    if (ecrits == 0) {
      throw RegistreDesContrats.aChange();
    }
    journal.tracer("CONTRAT_RESULTAT", c.personneId(), null, null);
  }

  /** It ends before its last day. @throws fr.jalon.socle.RefusMetier the day or the reason is wrong, or it is over already */
  @Transactional
  public void clore(long personneId, long contrat, LocalDate le, String motif) {
    Contrat c = registre.exiger(personneId, contrat);
    if (c.etat() == EtatContrat.CLOS) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.SIGNE, EtatContrat.SUSPENDU, EtatContrat.ECHU, EtatContrat.REFUSE));
    LocalDate aujourdhui = LocalDate.now(horloge);
    Jours.raison(Jours.passe(new Fautes(), "le", le, c.signeLe() == null ? c.etatDepuis() : c.signeLe(), aujourdhui), "motif", motif).lever();
    registre.ecrire(contrat, "clos_le = :le", Map.of("le", le));
    registre.passer(c, EtatContrat.CLOS, PresenterLeContrat.jour(c, le), motif.strip());
    echeances.oublier(List.of(contrat), aujourdhui);
    semaines(c, aujourdhui);
    journal.tracer("CONTRAT_CLOS", personneId, null, null);
  }

  /** It was closed by mistake. @throws fr.jalon.socle.RefusMetier no reason is said, or she has another one since */
  @Transactional
  public void rouvrir(long personneId, long contrat, String motif) {
    Contrat c = registre.exiger(personneId, contrat);
    Jours.raison(new Fautes(), "motif", motif).lever();
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.CLOS));
    registre.exigerSansAutreOuvert(personneId, contrat);
    EtatContrat vers = EtatContrat.valueOf(base.sql("""
        select de from engagement.passage where objet_id = ? and vers = 'CLOS' and de <> 'CLOS' order by id desc limit 1""").param(contrat)
        .query(String.class).single());
    LocalDate aujourdhui = LocalDate.now(horloge);
    registre.ecrire(contrat, "clos_le = null", Map.of());
    registre.passer(c, vers, PresenterLeContrat.jour(c, aujourdhui), motif.strip());
    if (c.jusquAu() != null && vers == EtatContrat.SIGNE) {
      echeances.aRenouveler(c, c.jusquAu(), aujourdhui);
    }
    semaines(c, aujourdhui);
    journal.tracer("CONTRAT_CORRIGE", personneId, null, null);
  }

  /** It is somebody else's, or never was: it counts for nothing. @throws fr.jalon.socle.RefusMetier no reason is said */
  @Transactional
  public void ecarter(long personneId, long contrat, String motif) {
    Contrat c = registre.exiger(personneId, contrat);
    Jours.raison(new Fautes(), "motif", motif).lever();
    if (c.etat() == EtatContrat.ECARTE) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, EnumSet.complementOf(EnumSet.of(EtatContrat.ECARTE, EtatContrat.SUSPENDU, EtatContrat.CLOS)));
    LocalDate aujourdhui = LocalDate.now(horloge);
    registre.preparee(contrat).ifPresent(v -> registre.ecrireLaVersion(v.id(), "etat = 'ABANDONNEE'", Map.of()));
    registre.passer(c, EtatContrat.ECARTE, PresenterLeContrat.jour(c, aujourdhui), motif.strip());
    echeances.oublier(List.of(contrat), aujourdhui);
    mois.mettreAJour(List.of(personneId), aujourdhui);
    semaines(c, aujourdhui);
    journal.tracer("CONTRAT_CORRIGE", personneId, null, null);
  }

  /** What the weeks of a contract that was in force ask is no longer what it was. */
  private void semaines(Contrat c, LocalDate aujourdhui) {
    if (c.depuis() != null) {
      evenements.publishEvent(new HeuresChangees(List.of(c.personneId()), c.depuis().isAfter(aujourdhui) ? aujourdhui : c.depuis(), aujourdhui));
    }
  }
}
