package fr.jalon.bancs;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.structures.LierLesComptes;
import fr.jalon.structures.Poste;
import fr.jalon.structures.SaisieDeReferent;
import fr.jalon.structures.TenirLesStructures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One account of each role that reads dossiers, over the persons of {@code bench pages}: the whole Département, a territory, or an organisation
 * to which a file active was given. Each opens the dossiers of her own perimeter, and searches the names she may find.
 */
@Component
class Visiteurs {
  private static final List<String> DU_DEPARTEMENT = List.of("DIRECTION", "ALLOCATION", "CONTROLE");
  private static final List<String> D_UN_TERRITOIRE = List.of("RESPONSABLE_TERRITOIRE", "REFERENT", "SECRETARIAT");
  private static final String COMPTE = "banc-";
  private static final String ORGANISME = "Organisme du banc ";
  private static final String REFERENTS = "Référents du banc";
  /** What a full-time référent follows (plans of the four Départements). */
  private static final int PAR_REFERENT = 100;
  private static final int ORGANISMES = 10;
  private static final int SUIVIS_PAR_ORGANISME = 300;
  private static final int GARDES = 500;
  private final AgentSysteme systeme;
  private final Habilitations habilitations;
  private final TenirLesStructures structures;
  private final LierLesComptes comptes;
  private final FilesDuBanc files;
  private final JdbcClient base;

  Visiteurs(AgentSysteme systeme, Habilitations habilitations, TenirLesStructures structures, LierLesComptes comptes, FilesDuBanc files,
      @Qualifier("chargement") JdbcClient base) {
    this.systeme = systeme;
    this.habilitations = habilitations;
    this.structures = structures;
    this.comptes = comptes;
    this.files = files;
    this.base = base;
  }

  /**
   * An account.
   *
   * @param personnes ids of persons whom it may open
   * @param noms      family names, of persons whom it may open
   * @param file      ids of the persons that the référent whose account it is follows; empty for the others
   */
  record Visiteur(String role, String identifiant, List<Long> personnes, List<String> noms, List<Long> file) {}

  /** Gives follow-ups to organisations of the bench, once the persons are loaded. */
  void confier() {
    base.sql("delete from structures.organisation where nom like ?").param(ORGANISME + "%").update();
    for (int o = 0; o < ORGANISMES; o++) {
      String nom = ORGANISME + o;
      int organisation = systeme.agir("banc", () -> structures.organisation(null, nom, "EXTERNE", null, null, List.of(), List.of(), true));
      List<Long> confiees = base.sql("""
          insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
          select p.id, 'SOCIOPROFESSIONNEL', :organisation, d.jour, d.jour, 'banc', now()
          from allocataires.personne p cross join (select max(date_reference) as jour from echanges.import where statut = 'CHARGE') d
          where p.id % :n = :rang and not exists (select from orientation.suivi s where s.personne_id = p.id) order by p.id limit :suivis
          returning personne_id""")
          .param("organisation", organisation).param("n", ORGANISMES).param("rang", o).param("suivis", SUIVIS_PAR_ORGANISME).query(Long.class).list();
      base.sql("select orientation.recalculer_organisations(?)").param(confiees.stream().mapToLong(Long::longValue).toArray())
          .query((_, _) -> 0).list();
    }
    confierAuxReferents();
  }

  /** Gives everyone whom nobody follows to a référent, {@value #PAR_REFERENT} each, where the persons are. */
  private void confierAuxReferents() {
    LocalDate jour = base.sql("select max(date_reference) from echanges.import where statut = 'CHARGE'").query(LocalDate.class).single();
    String libres = """
        from allocataires.situation t join allocataires.personne p on p.id = t.personne_id
        where allocataires.est_ouvert(t.etat) and p.territoire_id is not null
          and not exists (select from orientation.suivi s where s.personne_id = t.personne_id and s.etat <> 'CLOS')""";
    int combien = base.sql("select count(*) " + libres).query(Integer.class).single() / PAR_REFERENT;
    // those of a run before are still there
    int organisation = base.sql("select id from structures.organisation where nom = ?").param(REFERENTS).query(Integer.class).optional()
        .orElseGet(() -> systeme.agir("banc", () -> structures.organisation(null, REFERENTS, "EXTERNE", null, null, List.of(),
            List.of("SOCIAL", "SOCIOPROFESSIONNEL"), true)));
    List<Integer> referents = new ArrayList<>(base.sql("select id from structures.referent where organisation_id = ? order by id").param(organisation)
        .query(Integer.class).list());
    for (int i = referents.size(); i < combien; i++) {
      String nom = "Référent du banc " + i;
      referents.add(systeme.agir("banc", () -> structures.referent(new SaisieDeReferent(null, organisation, nom, null, BigDecimal.ONE, false, true,
          null, List.of(), false, List.of(), Poste.INCONNU))));
    }
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, referent_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        select l.personne_id, case when l.n % 3 = 0 then 'SOCIAL' else 'SOCIOPROFESSIONNEL' end, :organisation, (:referents::int[])[l.n / :taille + 1],
          :jour::date - (l.n % 400)::int, :jour::date - (l.n % 400)::int, 'banc', :jour::date - (l.n % 400)::int
        from (select t.personne_id, row_number() over (order by p.territoire_id, t.personne_id) - 1 as n\s""" + libres
        + ") l where l.n / :taille < cardinality(:referents::int[])")
        .param("organisation", organisation).param("referents", referents.toArray(Integer[]::new)).param("taille", PAR_REFERENT).param("jour", jour)
        .update();
    base.sql("select orientation.recalculer_organisations(array(select personne_id from orientation.suivi where organisation_id = ?))")
        .param(organisation).query((_, _) -> 0).list();
    files.ecrire(organisation, jour);
    base.sql("vacuum analyze").update();
  }

  /** Says that this account is that of the first référent. @return the persons of her file */
  private List<Long> relier(String compte, int referent) {
    long agent = base.sql("select id from habilitations.agent where identifiant = ?").param(compte).query(Long.class).single();
    systeme.agir("banc", () -> {
      comptes.lier(agent, referent);
      return null;
    });
    return base.sql("select personne_id from orientation.suivi where referent_id = ? order by 1").param(referent).query(Long.class).list();
  }

  /** The accounts, made anew. */
  List<Visiteur> creer() {
    systeme.agir("banc", () -> comptes.compteParIdentifiant(COMPTE + "referent").flatMap(c -> comptes.delier(c.id())));
    ComptesDuBanc.oublier(base, COMPTE + "%");
    int territoire =
        base.sql("select territoire_id from orientation.suivi where referent_id = ? and territoire_id is not null group by 1 order by count(*) desc limit 1")
        .param(premierReferent()).query(Integer.class).single();
    int organisation = base.sql("select min(id) from structures.organisation where nom like ?").param(ORGANISME + "%").query(Integer.class).single();
    List<Visiteur> visiteurs = new ArrayList<>();
    DU_DEPARTEMENT.forEach(role -> visiteurs.add(visiteur(role, List.of(), List.of(), "true")));
    D_UN_TERRITOIRE.forEach(role -> visiteurs.add(visiteur(role, List.of(territoire), List.of(), "territoire_id = " + territoire)));
    visiteurs.add(visiteur("PARTENAIRE", List.of(), List.of(organisation), "organisation_ids @> array[" + organisation + "]"));
    return visiteurs;
  }

  private int premierReferent() {
    return base.sql("select min(r.id) from structures.referent r join structures.organisation o on o.id = r.organisation_id where o.nom = ?")
        .param(REFERENTS).query(Integer.class).single();
  }

  private Visiteur visiteur(String role, List<Integer> territoires, List<Integer> organisations, String perimetre) {
    String identifiant = COMPTE + role.toLowerCase(java.util.Locale.ROOT);
    systeme.agir("banc", () -> {
      habilitations.creer(new SaisieAgent(identifiant, "Banc d'essai", null, role, territoires.isEmpty() && organisations.isEmpty(), territoires,
          organisations), Visite.MOT_DE_PASSE);
      return null;
    });
    record Personne(long id, String nom) {}
    List<Personne> siennes = base.sql("select id, nom from allocataires.personne where " + perimetre + " order by random() limit " + GARDES)
        .query(Personne.class).list();
    return new Visiteur(role, identifiant, siennes.stream().map(Personne::id).toList(), siennes.stream().map(Personne::nom).toList(),
        role.equals("REFERENT") ? relier(identifiant, premierReferent()) : List.of());
  }
}
