package fr.jalon.structures;

import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes the places where an organisation receives. */
@Service
public class TenirLesSites {
  private final JdbcClient base;
  private final Structures structures;
  private final Journal journal;

  TenirLesSites(JdbcClient base, Structures structures, Journal journal) {
    this.base = base;
    this.structures = structures;
    this.journal = journal;
  }

  /** A site without a telephone. */
  @Transactional
  public int site(Integer id, int organisationId, String nom, String adresse, String commune, boolean actif) {
    return site(id, organisationId, nom, adresse, commune, null, actif);
  }

  /**
   * @param id      {@code null} to create
   * @param adresse street and number, may be blank
   * @param commune INSEE code, may be blank: distances are then unknown
   * @param telephone number given to the persons in their letters, may be blank
   * @return its id
   * @throws RefusMetier without a name, for a name the organisation already has, or when the organisation or the commune is unknown
   */
  @Transactional
  public int site(Integer id, int organisationId, String nom, String adresse, String commune, String telephone, boolean actif) {
    Organisation organisation = structures.organisation(organisationId)
        .orElseThrow(() -> new RefusMetier("ORGANISATION_INCONNUE", "Cette organisation n'existe plus. Rechargez la page."));
    String lieu = vide(commune);
    new Fautes().exiger(nom != null && !nom.isBlank(), "nom", "NOM_ABSENT", "Donnez un nom au site.")
        .exiger(lieu == null || structures.communes().stream().anyMatch(c -> c.code().equals(lieu)), "commune", "COMMUNE_INCONNUE",
        "Choisissez la commune dans la liste.").lever();
    try {
      int ecrit = base.sql(id == null ? """
          insert into structures.site (organisation_id, nom, adresse, commune, telephone, actif) values (:organisation, :nom, :adresse, :commune, :telephone, :actif) returning id""" : """
          update structures.site set nom = :nom, adresse = :adresse, commune = :commune, telephone = :telephone, actif = :actif
          where id = :id and organisation_id = :organisation returning id""")
          .param("id", id).param("organisation", organisationId).param("nom", nom.strip()).param("adresse", vide(adresse)).param("commune", lieu)
          .param("telephone", vide(telephone))
          .param("actif", actif).query(Integer.class).optional()
          .orElseThrow(() -> new RefusMetier("SITE_INCONNU", "Ce site n'existe plus. Rechargez la page."));
      journal.tracer("STRUCTURE", null, null, "Site %s : %s (%s)".formatted(id == null ? "créé" : "modifié", nom.strip(), organisation.nom()));
      return ecrit;
    } catch (DuplicateKeyException _) {
      throw new SaisieRefusee("nom", new RefusMetier("SITE_DEJA_CONNU", "%s a déjà un site de ce nom.".formatted(organisation.nom())));
    }
  }

  private static String vide(String texte) {
    return texte == null || texte.isBlank() ? null : texte.strip();
  }
}
