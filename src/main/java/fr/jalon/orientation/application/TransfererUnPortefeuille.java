package fr.jalon.orientation.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.EtatTransfert;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.lecture.Transferts;
import fr.jalon.orientation.lecture.Transferts.ParParcours;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import fr.jalon.travaux.Travaux;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A whole portfolio changes organisation: a convention ends, another begins (ORI-5). Each person is reoriented, with her letter and her right to
 * contest; the list goes on behind the screen, what cannot pass says why, and the whole is undone.
 */
@Service
public class TransfererUnPortefeuille {
  /** Where its pages are. */
  public static final String PAGE = "/transferts/";
  private static final int RAISON = 200;
  private final RegistreDesTransferts registre;
  private final Transferts transferts;
  private final FaireUnTransfert faire;
  private final DefaireUnTransfert defaire;
  private final Travaux travaux;
  private final Structures structures;
  private final Portefeuilles portefeuilles;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final QuiLAFait quiLAFait;

  TransfererUnPortefeuille(RegistreDesTransferts registre, Transferts transferts, FaireUnTransfert faire, DefaireUnTransfert defaire,
      Travaux travaux, Structures structures, Portefeuilles portefeuilles, AgentCourant agentCourant,
      Journal journal, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.registre = registre;
    this.transferts = transferts;
    this.faire = faire;
    this.defaire = defaire;
    this.travaux = travaux;
    this.structures = structures;
    this.portefeuilles = portefeuilles;
    this.agentCourant = agentCourant;
    this.journal = journal;
  }

  /**
   * What is asked.
   *
   * @param formulaire  its number: sent twice, it is asked once
   * @param de          organisation that follows them; @param vers organisation that will
   * @param parcours    only these persons, {@code null} for all
   * @param choix       see {@link Transfert#choix}
   * @param le          first day of the new organisation, today at the latest
   * @param depassement who accepts that référents go over their capacity, or {@code null}
   */
  public record Demande(UUID formulaire, Integer de, Integer vers, Parcours parcours, Map<Integer, Integer> choix, LocalDate le, String raison,
      Depassement depassement) {
    /** Defensive copy. */
    public Demande {
      choix = Map.copyOf(choix);
    }
  }

  /** The organisations between which the agent may do it: those of her team, that still take persons or follow some. */
  @Transactional(readOnly = true)
  public List<Organisation> organisations() {
    return structures.organisations().stream().filter(o -> o.estDe(agentCourant.perimetre())).toList();
  }

  /**
   * Starts.
   *
   * @return its number
   * @throws RefusMetier an organisation, the day or the reason is missing, nobody is to pass, or one is under way already; nothing changes
   */
  @Transactional
  public long demander(Demande d) {
    Organisation de = organisation(d.de());
    Organisation vers = organisation(d.vers());
    String raison = d.raison() == null ? "" : d.raison().strip();
    new Fautes().exiger(de != null, "de", "ORGANISATION_INCONNUE", "Choisissez l'organisation dont les personnes changent de main.")
        .exiger(vers != null && vers.suitEncore() && (de == null || vers.id() != de.id()), "vers", "TRANSFERT_VERS_QUI",
            "Choisissez l'organisation qui les accompagnera : une autre, qui prend encore des personnes.")
        .exiger(!raison.isEmpty() && raison.length() <= RAISON, "raison", "MOTIF_ABSENT", "Dites pourquoi l'organisation change, en quelques mots.")
        .exiger(registre.venu(d.le()), "le", "DATE_FUTURE", "Indiquez le premier jour de la nouvelle organisation, aujourd'hui au plus tard.")
                .lever();
    Optional<Long> deja = registre.du(d.formulaire());
    if (deja.isPresent()) {
      return deja.get();
    }
    if (registre.enCours(de.id())) {
      throw new RefusMetier("TRANSFERT_EN_COURS",
          "Un transfert des personnes de %s est déjà en cours : attendez qu'il finisse, sa page dit où il en est.".formatted(de.nom()));
    }
    exigerLesReferents(d, de, vers);
    List<ParParcours> suivies = transferts.parParcours(de.id(), d.parcours(), d.le());
    int personnes = suivies.stream().mapToInt(ParParcours::nombre).sum();
    if (personnes == 0) {
      throw new RefusMetier("TRANSFERT_SANS_PERSONNE",
          "%s ne suit personne à transférer parmi les dossiers que vous pouvez consulter.".formatted(de.nom()));
    }
    List<String> autres = nonPris(suivies, vers);
    new Fautes().exiger(autres.isEmpty(), "vers", "TRANSFERT_PARCOURS",
        "%s n'accompagne pas : %s. Choisissez une autre organisation, ou un seul parcours.".formatted(vers.nom(), String.join(", ", autres)))
        .exiger(suivies.stream().anyMatch(p -> p.deja() > 0), "le", "TRANSFERT_TROP_TOT",
            "Aucune de ces personnes n'était déjà suivie avant ce jour : vérifiez la date.").lever();
    long id = registre.creer(d, raison, personnes);
    journal.tracer("TRANSFERT_DEMANDE", null, null, "%s vers %s, %s : %s".formatted(de.nom(), vers.nom(),
        Francais.compte(personnes, "personne", "personnes"), raison));
    travaux.demander(faire, new TravailDeTransfert.Numero(id), "Transférer les personnes de %s à %s".formatted(de.nom(), vers.nom()), PAGE + id, null,
        Long.toString(id));
    return id;
  }

  /** Goes on with one that stopped before its end; those left are tried again. @throws RefusMetier when it did not stop */
  @Transactional
  public void reprendre(long id) {
    Transfert t = lire(id);
    if (!registre.passer(id, EtatTransfert.EN_COURS)) {
      throw new RefusMetier("TRANSFERT_PAS_ARRETE", "Ce transfert ne s'est pas arrêté en route : il n'y a rien à reprendre.");
    }
    registre.laisser(id, Map.of());
    travaux.demander(faire, new TravailDeTransfert.Numero(id), "Transférer les personnes de %s à %s".formatted(t.de(), t.vers()), PAGE + id, null,
        Long.toString(id));
  }

  /**
   * It was a mistake: each goes back to the organisation and the référent she had. Letters that have not left are given up; who received hers
   * receives another.
   *
   * @param raison why, not empty; the second letter says it
   * @throws RefusMetier without a reason, or when it is under way or undone already
   */
  @Transactional
  public void annuler(long id, String raison) {
    Transfert t = lire(id);
    String pourquoi = raison == null ? "" : raison.strip();
    new Fautes().exiger(!pourquoi.isEmpty() && pourquoi.length() <= RAISON, "raison", "ANNULATION_SANS_RAISON",
        "Dites pourquoi ce transfert est annulé, en quelques mots.").lever();
    if (!registre.annuler(id, pourquoi)) {
      throw new RefusMetier("TRANSFERT_FINI", t.etat().bouge() ? "Ce transfert est en cours : attendez qu'il finisse pour l'annuler."
          : "%s : rien ne change de nouveau.".formatted(quiLAFait.dire(t.finisseur(), t.etatDepuis(), "déjà annulé ce transfert")));
    }
    journal.tracer("TRANSFERT_ANNULE", null, null, "%s vers %s : %s".formatted(t.de(), t.vers(), pourquoi));
    travaux.demander(defaire, new TravailDeTransfert.Numero(id), "Annuler le transfert de %s à %s".formatted(t.de(), t.vers()), PAGE + id, null,
        Long.toString(id));
  }

  private Transfert lire(long id) {
    return transferts.un(id).orElseThrow(() -> new RefusMetier("TRANSFERT_INCONNU", "Ce transfert n'est pas dans ce que vous pouvez consulter."));
  }

  private Organisation organisation(Integer id) {
    return id == null ? null : organisations().stream().filter(o -> o.id() == id).findFirst().orElse(null);
  }

  /** « parcours social (12 personnes) », of those whom this organisation does not take. */
  public List<String> nonPris(List<ParParcours> suivies, Organisation vers) {
    return suivies.stream().filter(p -> !vers.prend(p.parcours().name())).map(p -> "parcours %s (%s)".formatted(
        p.parcours().libelle().toLowerCase(Locale.FRENCH), Francais.compte(p.nombre(), "personne", "personnes"))).toList();
  }

  private void exigerLesReferents(Demande d, Organisation de, Organisation vers) {
    boolean tous = d.choix().values().stream().filter(r -> r != 0)
        .allMatch(r -> structures.referent(r).filter(x -> x.actif() && x.organisationId() == vers.id()).isPresent());
    new Fautes().exiger(tous, "choix", "REFERENT_AILLEURS",
        "Un référent choisi n'est pas de %s, ou ne suit plus personne. Choisissez-en un autre.".formatted(vers.nom())).lever();
    if (d.depassement() == null) {
      exigerLesPlaces(d, de);
    }
  }

  private void exigerLesPlaces(Demande d, Organisation de) {
    Map<Integer, Integer> promises = new TreeMap<>();
    transferts.portefeuilles(de.id(), d.parcours())
        .forEach(p -> promises.merge(d.choix().getOrDefault(p.referentId(), 0), p.nombre(), Integer::sum));
    promises.remove(0);
    promises.forEach((id, nombre) -> {
      Candidat c = portefeuilles.du(structures.referent(id).orElseThrow());
      new Fautes().exiger(nombre <= c.places(), "choix", "TRANSFERT_SANS_PLACE",
          "%s a %s, et %s. Choisissez le meilleur partage, ou dites qui accepte le dépassement et pourquoi.".formatted(c.referent().nom(),
              Francais.compte(c.places(), "place", "places"),
              Francais.compte(nombre, "personne lui est confiée", "personnes lui sont confiées"))).lever();
    });
  }
}
