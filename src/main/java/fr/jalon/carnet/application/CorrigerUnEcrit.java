package fr.jalon.carnet.application;

import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what was written: a new text, the old one stays readable with who changed it, when and why. Nothing is erased. */
@Service
public class CorrigerUnEcrit {
  private static final int RAISON = 300;
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  CorrigerUnEcrit(JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * What there is to correct.
   *
   * @param corrections how many times it was corrected already
   * @param mien        true when the agent at work wrote it: she needs no reason
   */
  public record ACorriger(long id, long personneId, String theme, LocalDate le, String texte, String auteur, int corrections, boolean mien) {}

  /** Empty when it does not exist, or this agent may not correct it. */
  @Transactional(readOnly = true)
  public Optional<ACorriger> de(long entree) {
    return lire(entree, "").filter(e -> permis(e.auteur()));
  }

  /** By whoever wrote it, or who answers for the team. @param auteur login of who wrote it */
  public boolean permis(String auteur) {
    Perimetre p = agentCourant.perimetre();
    return auteur.equals(p.agent()) || p.peut("INDICATEURS");
  }

  /**
   * @param vues how many corrections the page showed
   * @return the person
   * @throws RefusMetier a field is wrong, somebody corrected it meanwhile, it is not hers to correct or no longer to be read
   */
  @Transactional
  public long executer(long entree, LocalDate le, String texte, String motif, int vues) {
    ACorriger e = lire(entree, " for update of e").orElseThrow(() -> new RefusMetier("ECRIT_PARTI",
        "Cet écrit n'est plus dans ce que vous pouvez lire. Rien n'est corrigé : copiez votre texte si vous voulez le garder."));
    if (!permis(e.auteur())) {
      throw new RefusMetier("ECRIT_D_UN_AUTRE",
          "Un collègue a écrit ce texte : lui seul, ou votre responsable, peut le corriger. Vous pouvez y répondre.");
    }
    Fautes fautes = new Fautes();
    NouvelEcrit.exigerLeTexte(fautes, texte);
    NouvelEcrit.exigerLeJour(fautes, le, LocalDate.now(horloge));
    fautes.exiger(e.mien() || motif != null && !motif.isBlank() && motif.length() <= RAISON, "motif", "CORRECTION_SANS_RAISON",
        "Ce texte est d'un collègue : dites pourquoi vous le corrigez, en %d caractères au plus.".formatted(RAISON)).lever();
    if (texte.strip().equals(e.texte()) && le.equals(e.le())) {
      return e.personneId();
    }
    if (e.corrections() != vues) {
      throw new RefusMetier("CORRIGE_ENTRE_TEMPS",
          "Ce texte a été corrigé pendant que vous écriviez : il est montré plus bas. Le vôtre est gardé ; relisez, puis enregistrez de nouveau.");
    }
    base.sql("""
        insert into carnet.version (personne_id, entree_id, texte, le, motif, corrige_par, corrige_le, auteur, lecteurs) values (?, ?, ?, ?, ?, ?, ?, '', '{}')""")
        .params(e.personneId(), entree, e.texte(), e.le(), e.mien() ? null : motif.strip(), agentCourant.perimetre().agent(),
            OffsetDateTime.now(horloge))
        .update();
    base.sql("update carnet.entree set texte = ?, le = ? where id = ?").params(texte.strip(), le, entree).update();
    // the reason may tell of her: it stays with the former text
    journal.tracer("CARNET_CORRIGE", e.personneId(), null, null);
    return e.personneId();
  }

  private Optional<ACorriger> lire(long entree, String verrou) {
    return base.sql("""
        select e.id, e.personne_id, e.theme, e.le, e.texte, e.auteur, (select count(*) from carnet.version v where v.entree_id = e.id)::int as corrections,
          e.auteur = ? as mien from carnet.entree e where e.id = ?""" + verrou).params(agentCourant.perimetre().agent(), entree).query(ACorriger.class)
        .optional();
  }
}
