package fr.jalon.pilotage;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been loaded, and so which figures exist: a figure that cannot be computed says what is missing, it is never 0. */
@Component
public class DonneesChargees {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  /** Payments and transferred claims say nothing of who has a right. */
  private static final String DE_DROITS = " coalesce(format, '') not similar to 'VRS[FC]%' and date_reference is not null ";

  private static final String SANS_MOIS_PRECEDENT = "Aucun fichier d'un mois précédent n'est chargé : rien à quoi comparer.";

  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Parametres parametres;

  DonneesChargees(JdbcClient base, AgentCourant agentCourant, Parametres parametres) {
    this.base = base;
    this.parametres = parametres;
    this.agentCourant = agentCourant;
  }

  /** A number that changes when a file has been loaded. */
  @Transactional(readOnly = true)
  public long chargements() {
    return base.sql("select coalesce(max(id), 0) from allocataires.provenance").query(Long.class).single();
  }

  /** Reference date of the latest file of beneficiaries, empty when none was loaded. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> derniereReference() {
    return base.sql("select max(date_reference) from allocataires.provenance where" + DE_DROITS).query(LocalDate.class).optional();
  }

  /** Reference date of the latest file of beneficiaries at a date, empty when none was loaded. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> derniereReference(LocalDate au) {
    return base.sql("select max(date_reference) from allocataires.provenance where date_reference <= :au and" + DE_DROITS).param("au", au)
        .query(LocalDate.class).optional();
  }

  /** Why the figure cannot be computed at the date, as a French sentence, or {@code null} when it can. */
  String manque(Indicateur indicateur, LocalDate au) {
    String manque = manqueDePerimetre(indicateur);
    for (String cle : indicateur.parametres().values()) {
      if (manque == null && !Character.isDigit(cle.charAt(0)) && parametres.chercher(cle, au).isEmpty()) {
        return "Le Département n'a pas fixé le paramètre « " + cle + " » à cette date (page Paramètres).";
      }
    }
    return manque != null ? manque : manqueAuMois(indicateur, YearMonth.from(au), au);
  }

  /** Why the agent may not have the figure whatever the date, as a French sentence, or {@code null} when she may. */
  String manqueDePerimetre(Indicateur indicateur) {
    Perimetre agent = agentCourant.perimetre();
    if (!agent.peut("INDICATEURS")) {
      return "Votre rôle ne donne pas accès aux indicateurs.";
    }
    if (!agent.ressources().containsAll(indicateur.ressources())) {
      return indicateur.ressources().contains("MONTANTS") && agent.peut("DOSSIERS") ? "Votre rôle ne donne pas accès aux montants."
          : "Votre rôle ne donne pas accès aux dossiers d'où vient ce chiffre.";
    }
    if (!agent.partout() && agent.territoires().isEmpty() && agent.organisations().isEmpty()) {
      return "Aucun territoire ni organisation n'est dans votre périmètre : demandez-le à l'administration.";
    }
    return null;
  }

  /** For a breakdown by month: why each month that cannot be computed cannot. */
  Map<YearMonth, String> moisManquants(Indicateur indicateur, LocalDate au) {
    Map<YearMonth, String> manques = new HashMap<>();
    if (indicateur.mensuel()) {
      Set<YearMonth> presents = indicateur.fichiers() == Indicateur.Fichiers.PAIEMENTS ? moisPayes(indicateur.mois(au)) : moisAvecFichier(au);
      YearMonth premier = presents.stream().min(YearMonth::compareTo).orElse(YearMonth.from(au));
      for (YearMonth mois : indicateur.mois(au)) {
        if (!presents.contains(mois)) {
          manques.put(mois, sansFichier(indicateur, mois));
        } else if (indicateur.fichiers() == Indicateur.Fichiers.DEUX_MOIS && mois.equals(premier)) {
          manques.put(mois, SANS_MOIS_PRECEDENT);
        }
      }
    }
    return manques;
  }

  private String manqueAuMois(Indicateur indicateur, YearMonth mois, LocalDate au) {
    return switch (indicateur.fichiers()) {
      case AUCUN -> null;
      case DROITS -> derniereReference(au).isPresent() ? null : premierFichier(au);
      case MOIS -> moisAvecFichier(au).contains(mois) ? null : sansFichier(indicateur, mois);
      case DEUX_MOIS -> {
        Set<YearMonth> presents = moisAvecFichier(au);
        yield !presents.contains(mois) ? sansFichier(indicateur, mois)
            : presents.stream().anyMatch(mois::isAfter) ? null : SANS_MOIS_PRECEDENT;
      }
      case PAIEMENTS -> moisPayes(List.of(mois)).isEmpty() ? sansFichier(indicateur, mois) : null;
    };
  }

  private String premierFichier(LocalDate au) {
    return base.sql("select min(date_reference) from allocataires.provenance where" + DE_DROITS).query(LocalDate.class).optional()
        .map(premier -> "Aucun fichier de bénéficiaires au " + au.format(JOUR) + " : le premier est du " + premier.format(JOUR) + ".")
        .orElse("Aucun fichier de bénéficiaires (VRSB) n'est chargé.");
  }

  private static String sansFichier(Indicateur indicateur, YearMonth mois) {
    return (indicateur.fichiers() == Indicateur.Fichiers.PAIEMENTS ? "Aucun paiement connu en " : "Aucun fichier de bénéficiaires en ")
        + Dimension.MOIS.libelleValeur(mois.toString())
        + (indicateur.fichiers() == Indicateur.Fichiers.PAIEMENTS ? " : le flux financier mensuel (VRSF) n'est pas chargé." : ".");
  }

  private Set<YearMonth> moisAvecFichier(LocalDate au) {
    return mois(base.sql("select distinct date_trunc('month', date_reference::timestamp)::date from allocataires.provenance where date_reference <= :au and"
        + DE_DROITS).param("au", au).query(LocalDate.class).list());
  }

  private Set<YearMonth> moisPayes(List<YearMonth> mois) {
    return mois(base.sql("""
        select m::date from generate_series(:premier::timestamp, :dernier::timestamp, interval '1 month') m
        -- the first found is enough: as "exists" the planner read every payment for each month
        cross join lateral (select from allocataires.paiement p where p.mois = m::date and p.nature = 'AllocationsComptabilisees' limit 1) p""")
        .param("premier", mois.getFirst().atDay(1)).param("dernier", mois.getLast().atDay(1)).query(LocalDate.class).list());
  }

  private static Set<YearMonth> mois(List<LocalDate> jours) {
    Set<YearMonth> mois = new HashSet<>();
    jours.forEach(jour -> mois.add(YearMonth.from(jour)));
    return mois;
  }
}
