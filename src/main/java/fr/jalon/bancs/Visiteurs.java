package fr.jalon.bancs;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Habilitations;
import fr.jalon.habilitations.SaisieAgent;
import fr.jalon.structures.TenirLesStructures;
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
  private static final int ORGANISMES = 10;
  private static final int SUIVIS_PAR_ORGANISME = 300;
  private static final int GARDES = 500;
  private final AgentSysteme systeme;
  private final Habilitations habilitations;
  private final TenirLesStructures structures;
  private final JdbcClient base;

  Visiteurs(AgentSysteme systeme, Habilitations habilitations, TenirLesStructures structures, @Qualifier("chargement") JdbcClient base) {
    this.systeme = systeme;
    this.habilitations = habilitations;
    this.structures = structures;
    this.base = base;
  }

  /**
   * An account.
   *
   * @param personnes ids of persons whom it may open
   * @param noms      family names, of persons whom it may open
   */
  record Visiteur(String role, String identifiant, List<Long> personnes, List<String> noms) {}

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
  }

  /** The accounts, made anew. */
  List<Visiteur> creer() {
    ComptesDuBanc.oublier(base, COMPTE + "%");
    int territoire =
        base.sql("select territoire_id from allocataires.personne where territoire_id is not null group by 1 order by count(*) desc limit 1")
            .query(Integer.class).single();
    int organisation = base.sql("select min(id) from structures.organisation where nom like ?").param(ORGANISME + "%").query(Integer.class).single();
    List<Visiteur> visiteurs = new ArrayList<>();
    DU_DEPARTEMENT.forEach(role -> visiteurs.add(visiteur(role, List.of(), List.of(), "true")));
    D_UN_TERRITOIRE.forEach(role -> visiteurs.add(visiteur(role, List.of(territoire), List.of(), "territoire_id = " + territoire)));
    visiteurs.add(visiteur("PARTENAIRE", List.of(), List.of(organisation), "organisation_ids @> array[" + organisation + "]"));
    return visiteurs;
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
    return new Visiteur(role, identifiant, siennes.stream().map(Personne::id).toList(), siennes.stream().map(Personne::nom).toList());
  }
}
