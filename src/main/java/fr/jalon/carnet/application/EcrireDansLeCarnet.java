package fr.jalon.carnet.application;

import fr.jalon.carnet.EcritDansLeCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes in the notebook of a person, or answers what is written there, and tells a colleague. */
@Service
public class EcrireDansLeCarnet {
  private final JdbcClient base;
  private final LecteursDuCarnet lecteurs;
  private final ThemesDuCarnet themes;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  EcrireDansLeCarnet(JdbcClient base, LecteursDuCarnet lecteurs, ThemesDuCarnet themes, AgentCourant agentCourant, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.themes = themes;
    this.evenements = evenements;
    this.base = base;
    this.lecteurs = lecteurs;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Fil(long racine, long personneId, String auteur, String theme) {}

  /**
   * Writes it, once.
   *
   * @param limiteIllisible true when a day was typed that is none
   * @return its number
   * @throws RefusMetier a field is wrong, she is no longer to be seen, the theme is not the agent's to read, or the colleague does not read it
   */
  @Transactional
  public long executer(NouvelEcrit e, boolean limiteIllisible) {
    exigerVisible(e.personneId());
    e.verifier(LocalDate.now(horloge), moi(), limiteIllisible);
    new Fautes().exiger(lecteurs.miens().contains(e.theme()), "theme", "THEME_D_AUTRES",
        "Vous ne lisez pas ce thème : choisissez-en un autre, ou demandez à qui le lit de l'écrire.").lever();
    new Fautes().exiger(e.pour() == null || e.pour().equals(moi()) || lit(e), "pour", "COLLEGUE_NE_LIT_PAS",
        "Ce collègue ne lit pas ce thème pour cette personne, ou ne la voit plus. Choisissez quelqu'un d'autre, ou personne.").lever();
    Optional<Long> ecrit = inserer(e.personneId(), null, e.theme(), e.le(), e.texte(), e.cle());
    if (ecrit.isEmpty()) {
      return celuiDeCetteCle(e.cle(), e.personneId(), e.texte());
    }
    if (e.pour() != null) {
      demander(e.personneId(), ecrit.get(), e.limite() == null ? "MENTION" : "TACHE", e.pour(), e.limite());
    }
    journal.tracer("CARNET_ECRIT", e.personneId(), null, e.theme().libelle());
    annoncer(e.personneId(), ecrit.get(), e.le(), e.theme().sante());
    return ecrit.get();
  }

  /**
   * Answers, one level: an answer to an answer is one to what was written first. Its author is told; what was asked of who answers is over.
   *
   * @return its number
   * @throws RefusMetier nothing is typed, or what it answers is no longer to be read
   */
  @Transactional
  public long repondre(long entree, String texte, UUID cle) {
    Fil fil = base.sql("""
        select coalesce(e.reponse_a, e.id) as racine, e.personne_id, r.auteur, r.theme from carnet.entree e join carnet.entree r on r.id = coalesce(e.reponse_a, e.id)
        where e.id = ?""").param(entree).query(Fil.class).optional().orElseThrow(EcrireDansLeCarnet::plusLisible);
    Fautes fautes = new Fautes();
    NouvelEcrit.exigerLeTexte(fautes, texte);
    fautes.lever();
    Optional<Long> reponse = inserer(fil.personneId(), fil.racine(), null, LocalDate.now(horloge), texte, cle);
    if (reponse.isEmpty()) {
      return celuiDeCetteCle(cle, fil.personneId(), texte);
    }
    if (!fil.auteur().equals(moi())) {
      demander(fil.personneId(), reponse.get(), "REPONSE", fil.auteur(), null);
    }
    base.sql("""
        update carnet.demande set faite_le = ?, faite_par = ? where pour = ? and faite_le is null and genre <> 'TACHE' and id in (
          select d.id from carnet.demande d join carnet.entree e on e.id = d.entree_id where e.id = ? or e.reponse_a = ?)""")
        .params(OffsetDateTime.now(horloge), moi(), moi(), fil.racine(), fil.racine()).update();
    journal.tracer("CARNET_REPONDU", fil.personneId(), null, null);
    annoncer(fil.personneId(), reponse.get(), LocalDate.now(horloge), themes.theme(fil.theme()).map(Theme::sante).orElse(false));
    return reponse.get();
  }

  /** What is answered to who does not read it, or no longer does: the same for an entry that never was. */
  public static RefusMetier plusLisible() {
    return new RefusMetier("ECRIT_PLUS_LISIBLE",
        "Cet écrit n'est plus dans ce que vous pouvez lire : la personne a quitté votre périmètre, ou ne veut plus qu'il vous soit montré. "
        + "Rien n'est écrit.");
  }

  /** Of health nothing leaves: not even that something was written. */
  private void annoncer(long personneId, long entree, LocalDate le, boolean sante) {
    if (!sante) {
      evenements.publishEvent(new EcritDansLeCarnet(personneId, entree, le));
    }
  }

  /** @throws RefusMetier when the agent may not see her any more */
  private void exigerVisible(long personneId) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("PERSONNE_PARTIE",
          "Cette personne n'est plus dans ce que vous pouvez consulter : elle a changé de territoire ou d'organisme. "
          + "Rien n'est écrit : copiez votre texte si vous voulez le garder.");
    }
  }

  private boolean lit(NouvelEcrit e) {
    var oppositions = lecteurs.oppositions(e.personneId());
    return lecteurs.collegues(e.personneId()).stream().anyMatch(c -> c.identifiant().equals(e.pour()) && c.lit(e.theme(), oppositions));
  }

  private Optional<Long> inserer(long personneId, Long reponseA, Theme theme, LocalDate le, String texte, UUID cle) {
    String[] sortes = theme == null ? new String[0] : theme.lecteurs().stream().map(Enum::name).sorted().toArray(String[]::new);
    return base.sql("""
        insert into carnet.entree (personne_id, reponse_a, theme, le, texte, lecteurs, cle, auteur, ecrit_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (cle) do nothing returning id""")
        .params(personneId, reponseA, theme == null ? "" : theme.code(), le, texte.strip(), sortes, cle, moi(), OffsetDateTime.now(horloge))
        .query(Long.class).optional();
  }

  private void demander(long personneId, long entree, String genre, String pour, LocalDate limite) {
    base.sql("""
        insert into carnet.demande (personne_id, entree_id, genre, pour, limite, demandee_par, demandee_le, auteur, lecteurs) values (?, ?, ?, ?, ?, ?, ?, '', '{}')""")
        .params(personneId, entree, genre, pour, limite, moi(), OffsetDateTime.now(horloge)).update();
  }

  /** The number of a form that served for something else: its text must not vanish behind a success. */
  private long celuiDeCetteCle(UUID cle, long personneId, String texte) {
    return base.sql("select id from carnet.entree where cle = ? and personne_id = ? and texte = ?").params(cle, personneId, texte.strip())
        .query(Long.class)
        .optional().orElseThrow(FormulaireDejaServi::new);
  }

  private String moi() {
    return agentCourant.perimetre().agent();
  }
}
