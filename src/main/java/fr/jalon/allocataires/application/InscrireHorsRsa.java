package fr.jalon.allocataires.application;

import fr.jalon.allocataires.PersonnesInscrites;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.allocataires.enregistrement.FichesSemblables;
import fr.jalon.allocataires.enregistrement.FichesSemblables.Semblable;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agent registers a person whom the plan follows and no file makes known: one human once. Whom she looks like is asked first, among those the
 * agent may see; the pairs that nobody could be asked about are tasks of who decides of duplicates.
 */
@Service
public class InscrireHorsRsa {
  private final JdbcClient base;
  private final FichesSemblables semblables;
  private final SuivreHorsRsa suivre;
  private final Structures structures;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  InscrireHorsRsa(JdbcClient base, FichesSemblables semblables, SuivreHorsRsa suivre, Structures structures, AgentCourant agentCourant,
      Journal journal, ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.semblables = semblables;
    this.suivre = suivre;
    this.structures = structures;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong, of who she is and of her public */
  @Transactional(readOnly = true)
  public void verifier(NouvelleInscription i, NouveauSuivi s) {
    fautes(i, s).lever();
  }

  /** The same, without refusing: of many, the others go on. */
  @Transactional(readOnly = true)
  public Fautes fautes(NouvelleInscription i, NouveauSuivi s) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Fautes fautes = new Fautes();
    i.verifier(aujourdhui, fautes);
    suivre.verifier(s, aujourdhui, fautes);
    suivre.verifierLAge(s, i.naissance(), fautes);
    if (i.commune() != null) {
      fautes.exiger(dIci(i.commune()) && peut(i.commune(), s.organisationId()), "commune", "HORS_RSA_AILLEURS",
          "Cette commune n'est pas de votre territoire. Choisissez-en une autre, ou faites inscrire cette personne par un collègue de là-bas.");
    }
    if (i.naissance() != null && s.depuis() != null) {
      fautes.exiger(s.depuis().isAfter(i.naissance()), "depuis", "HORS_RSA_DEPUIS", "Elle n'était pas née ce jour-là.");
    }
    return fautes;
  }

  /** Records of the agent's perimeter that may be hers, with why. */
  @Transactional(readOnly = true)
  public List<Semblable> semblables(NouvelleInscription i) {
    return semblables.parmiLesMiennes(identite(i), codePostal(i), structures.nomDeCommune(i.commune()), i.lignes());
  }

  /** The same for many, in the order given. */
  @Transactional(readOnly = true)
  public List<List<Semblable>> semblables(List<NouvelleInscription> elles) {
    Map<String, Optional<String>> codesPostaux = new HashMap<>();
    return semblables.parmiLesMiennes(elles.stream().map(i -> new FichesSemblables.Elle(identite(i), i.codePostal() != null ? i.codePostal()
        : codesPostaux.computeIfAbsent(String.valueOf(i.commune()), _ -> Optional.ofNullable(codePostal(i))).orElse(null),
        structures.nomDeCommune(i.commune()), i.lignes())).toList());
  }

  /** True when the form that bears this number was already written. */
  @Transactional(readOnly = true)
  public boolean deja(UUID cle) {
    return suivre.dejaEcrit(cle).isPresent();
  }

  /**
   * Registers her with her first public, once.
   *
   * @return number of the person; the one already registered when the form was sent twice
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  @Transactional
  public long executer(NouvelleInscription i, NouveauSuivi s) {
    return executer(List.of(i), List.of(s)).getFirst();
  }

  /** The same for many, in the order given: all are registered, or none. */
  @Transactional
  public List<Long> executer(List<NouvelleInscription> elles, List<NouveauSuivi> suivis) {
    List<Long> nouvelles = new ArrayList<>();
    List<Long> toutes = new ArrayList<>();
    for (int n = 0; n < elles.size(); n++) {
      toutes.add(executer(elles.get(n), suivis.get(n), nouvelles));
    }
    suivre.change(nouvelles);
    if (!nouvelles.isEmpty()) {
      evenements.publishEvent(new PersonnesInscrites(nouvelles, agentCourant.perimetre().agent()));
    }
    return toutes;
  }

  private long executer(NouvelleInscription i, NouveauSuivi s, List<Long> nouvelles) {
    verifier(i, s);
    Optional<Long> deja = suivre.dejaEcrit(s.cle());
    if (deja.isPresent() && !base.sql("""
        select exists (select from allocataires.personne where id = ? and nom = ? and prenom = ? and date_naissance = ?)""")
        .params(deja.get(), i.nom(), i.prenom(), i.naissance()).query(Boolean.class).single()) {
      throw new FormulaireDejaServi();
    }
    return deja.orElseGet(() -> {
      long id = inscrire(i, s);
      nouvelles.add(id);
      return id;
    });
  }

  private long inscrire(NouvelleInscription i, NouveauSuivi s) {
    long id = base.sql("""
        select allocataires.inscrire(?, ?, ?, ?, ?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(i.nom(), i.nomNaissance(), i.prenom(),
        i.civilite(), i.sexe(), i.naissance(), CleDeRecherche.dUnePersonne(i.nom(), i.prenom(), i.nomNaissance()), i.telephoneLu(), i.courrielLu(),
        i.lignes(), codePostal(i), i.commune(), s.organisationId(), LocalDate.now(horloge), OffsetDateTime.now(horloge)).query(Long.class).single();
    journal.tracer("HORS_RSA_INSCRITE", id, null, "Inscrite hors RSA");
    suivre.ecrire(id, s);
    return id;
  }

  private boolean peut(String commune, Integer organisation) {
    Perimetre p = agentCourant.perimetre();
    Integer territoire = structures.territoireDeLaCommune(commune);
    return p.partout() || territoire != null && p.territoires().contains(territoire)
        || organisation != null && p.organisations().contains(organisation);
  }

  /** True for a commune of the Département. */
  boolean dIci(String commune) {
    return structures.communes().stream().anyMatch(c -> c.code().equals(commune));
  }

  /** Her postcode, that of the commune unless said. */
  String codePostal(NouvelleInscription i) {
    return i.codePostal() != null ? i.codePostal()
        : base.sql("select code_postal from structures.commune where code = ?").param(i.commune())
        .query((l, _) -> Optional.ofNullable(l.getString(1))).optional().flatMap(c -> c).orElse(null);
  }

  private static Identite identite(NouvelleInscription i) {
    return new Identite(null, i.civilite(), i.nom(), i.nomNaissance(), i.prenom(), null, i.sexe(), i.naissance(), null, null, null);
  }
}
