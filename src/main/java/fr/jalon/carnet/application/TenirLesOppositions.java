package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records whom a person refuses to let read her notebook, and that she changed her mind. PostgreSQL closes everything to them in the same
 * transaction, what was written before included.
 */
@Service
public class TenirLesOppositions {
  private static final String ORGANISATION = "organisation:";
  private final JdbcClient base;
  private final Structures structures;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  TenirLesOppositions(JdbcClient base, Structures structures, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.structures = structures;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @param cle  name of a {@link Sorte}, or {@code organisation:12}
   * @param dite the day she said it, {@code null} when none can be read
   * @throws RefusMetier a field is wrong, or she is no longer to be seen
   */
  @Transactional
  public void opposer(long personneId, String cle, LocalDate dite) {
    if (!base.sql("select exists (select from allocataires.personne where id = ? and fusionnee_dans is null)").param(personneId)
        .query(Boolean.class).single()) {
      throw new RefusMetier("OPPOSITION_SANS_PERSONNE", "Cette personne n'est plus dans ce que vous pouvez consulter : rien n'est noté.");
    }
    Optional<Sorte> sorte = Arrays.stream(Sorte.values()).filter(s -> s.name().equals(cle)).findFirst();
    Optional<Organisation> organisation = cle != null && cle.matches(ORGANISATION + "\\d{1,9}")
        ? structures.organisation(Integer.parseInt(cle.substring(ORGANISATION.length()))) : Optional.empty();
    LocalDate aujourdhui = LocalDate.now(horloge);
    new Fautes().exiger(sorte.isPresent() || organisation.isPresent(), "cle", "OPPOSITION_A_QUI", "Choisissez à qui la personne s'oppose.")
        .exiger(dite != null && !dite.isAfter(aujourdhui), "dite", "JOUR_DE_L_OPPOSITION",
            "Indiquez le jour où la personne l'a dit, aujourd'hui au plus tard.").lever();
    int note = base.sql("""
        insert into carnet.opposition (personne_id, sorte, organisation_id, dite_le, ecrit_par, ecrit_le) values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(personneId, sorte.map(Enum::name).orElse(null), organisation.map(Organisation::id).orElse(null), dite, agentCourant.perimetre()
            .agent(),
            OffsetDateTime.now(horloge)).update();
    if (note == 1) {
      journal.tracer("CARNET_OPPOSITION", personneId, null, sorte.map(Sorte::libelle).or(() -> organisation.map(Organisation::nom)).orElseThrow());
    }
  }

  /**
   * She changed her mind. Lifted twice is lifted once.
   *
   * @throws RefusMetier when it is not to be seen, or is about the agent at work herself: a colleague notes it
   */
  @Transactional
  public void lever(long personneId, long opposition) {
    boolean existe = base.sql("select exists (select from carnet.opposition where id = ? and personne_id = ?)").params(opposition, personneId)
        .query(Boolean.class).single();
    if (!existe) {
      throw new RefusMetier("OPPOSITION_INCONNUE", "Cette opposition n'est plus dans ce que vous pouvez consulter : rien n'est changé.");
    }
    boolean moi = base.sql("select coalesce(sorte, 'organisation:' || organisation_id) = any (carnet.mes_cles()) from carnet.opposition where id = ?")
        .param(opposition).query(Boolean.class).single();
    if (moi) {
      throw new RefusMetier("OPPOSITION_A_MOI",
          "Cette opposition vous concerne : un collègue qu'elle ne concerne pas doit noter que la personne y renonce.");
    }
    int levee = base.sql("update carnet.opposition set levee_le = ?, levee_par = ? where id = ? and levee_le is null")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), opposition).update();
    if (levee == 1) {
      journal.tracer("CARNET_OPPOSITION_LEVEE", personneId, null, null);
    }
  }
}
