package fr.jalon.allocataires.lecture;

import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The possible duplicates to settle, and the merges done. */
@Component
public class ListeDesDoublons {
  private final JdbcClient base;

  ListeDesDoublons(JdbcClient base) {
    this.base = base;
  }

  /** A task. */
  public record Doublon(long id, @PersonneMontree long personneA, @PersonneMontree long personneB, String nom, String prenom, LocalDate naissance,
      String communeA, String communeB,
      String raison, OffsetDateTime signaleLe) {}

  /** A merge. */
  public record Fusion(long id, @PersonneMontree long conservee, String nom, String prenom, @PersonneMontree long absorbee, String nomAbsorbee,
      String prenomAbsorbee, String motif,
      String faitePar, OffsetDateTime faiteLe, String annuleePar, OffsetDateTime annuleeLe, String motifAnnulation) {}

  /** One side of a comparison. @param inscrite true when an agent registered her, outside the RSA */
  public record Fiche(@PersonneMontree long id, String nom, String nomNaissance, String prenom, String autresPrenoms,
      String civilite, LocalDate naissance,
      String communeNaissance, boolean nirConnu, boolean nirProvisoire, String identifiantFt, String numeroDemande, String matricule,
      String organisme, LocalDate demande, String etat, LocalDate etatDepuis, String role, String commune, String adresse, String membres,
      boolean inscrite) {}

  /** Number of tasks waiting. */
  @Transactional(readOnly = true)
  public long compter() {
    return base.sql("select count(*) " + A_EXAMINER).query(Long.class).single();
  }

  private static final String A_EXAMINER = """
      from allocataires.doublon d join allocataires.personne a on a.id = d.personne_a join allocataires.personne b on b.id = d.personne_b
      where d.etat = 'A_EXAMINER' and a.fusionnee_dans is null and b.fusionnee_dans is null""";

  /** Tasks waiting, oldest first. A pair that a merge has already settled otherwise does not show. */
  @Transactional(readOnly = true)
  public List<Doublon> page(int page, int taille) {
    return base.sql("""
        select d.id, d.personne_a, d.personne_b, a.nom, a.prenom, a.date_naissance naissance, coalesce(sa.nom_commune, ka.nom) commune_a, coalesce(sb.nom_commune, kb.nom) commune_b,
          d.raison, d.signale_le
        """ + A_EXAMINER.replace("where", """
        left join allocataires.situation sa on sa.personne_id = a.id left join allocataires.situation sb on sb.personne_id = b.id
        left join lateral allocataires.adresse_inscrite(a.id) ia on true left join structures.commune ka on ka.code = ia.commune
        left join lateral allocataires.adresse_inscrite(b.id) ib on true left join structures.commune kb on kb.code = ib.commune
        where""") + " order by d.signale_le, d.id limit ? offset ?").params(taille, (long) (page - 1) * taille).query(Doublon.class).list();
  }

  /** A task, whatever its state; empty out of the perimeter. */
  @Transactional(readOnly = true)
  public Optional<Doublon> un(long id) {
    return base.sql("""
        select d.id, d.personne_a, d.personne_b, a.nom, a.prenom, a.date_naissance naissance, null commune_a, null commune_b, d.raison, d.signale_le
        """ + A_EXAMINER + " and d.id = ?").param(id).query(Doublon.class).optional();
  }

  /** The merges, latest first. */
  @Transactional(readOnly = true)
  public List<Fusion> fusions() {
    return base.sql("""
        select f.id, f.conservee, c.nom, c.prenom, f.absorbee, a.nom nom_absorbee, a.prenom prenom_absorbee, f.motif, habilitations.nom_agent(f.faite_par) as faite_par, f.faite_le,
          habilitations.nom_agent(f.annulee_par) as annulee_par, f.annulee_le, f.motif_annulation
        from allocataires.fusion f join allocataires.personne c on c.id = f.conservee join allocataires.personne a on a.id = f.absorbee
        order by f.faite_le desc, f.id desc limit 200""").query(Fusion.class).list();
  }

  /** What is known of a person now, for a comparison; empty out of the perimeter. */
  @Transactional(readOnly = true)
  public Optional<Fiche> fiche(long personneId) {
    return base.sql("""
        select p.id, p.nom, p.nom_naissance, p.prenom, p.autres_prenoms, p.civilite, p.date_naissance naissance, p.commune_naissance,
          allocataires.nir_chiffre_de(p.id) is not null nir_connu, p.nir_provisoire, p.identifiant_ft, f.numero_demande, f.matricule,
          f.fonction_organisme organisme, f.date_demande demande, s.etat, s.etat_depuis, s.role, coalesce(a.nom_commune, k.nom) commune,
          coalesce(a.lignes, i.lignes) adresse, exists (select from allocataires.inscription n where n.personne_id = p.id) inscrite,
          (select string_agg(initcap(q.prenom), ', ' order by q.date_naissance) from allocataires.membre m join allocataires.personne q on q.id = m.personne_id
            where m.foyer_id = s.foyer_id and m.personne_id <> p.id and m.jusqua = 'infinity' and m.oublie_le = 'infinity') membres
        from allocataires.personne p left join allocataires.place_de(array[?::bigint], 'infinity') s on s.personne_id = p.id left join allocataires.foyer f on f.id = s.foyer_id
        left join lateral allocataires.adresse_au(s.foyer_id, s.jour) a on true
        left join lateral allocataires.adresse_inscrite(p.id) i on s.foyer_id is null left join structures.commune k on k.code = i.commune
        where p.id = ?""").params(personneId, personneId).query(Fiche.class).optional();
  }
}
