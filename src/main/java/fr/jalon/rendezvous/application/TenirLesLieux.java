package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the places where the Département receives. Nothing is deleted; a place that no longer serves is inactive. */
@Service
public class TenirLesLieux {
  private static final int CAPACITE_MAXIMUM = 500;
  private static final String INCOMPLET = "LIEU_INCOMPLET";
  private final JdbcClient base;
  private final Journal journal;

  TenirLesLieux(JdbcClient base, Journal journal) {
    this.base = base;
    this.journal = journal;
  }

  /** Creates or changes a place. @return its id. @throws SaisieRefusee with all that is missing or impossible */
  @Transactional
  public int executer(LieuDeRendezVous lieu) {
    verifier(lieu);
    try {
      int id = base.sql(lieu.id() == null ? """
          insert into rendezvous.lieu (nom, adresse, code_postal, commune, territoire_id, accessible, capacite, telephone, actif)
          values (:nom, :adresse, :cp, :commune, :territoire, :accessible, :capacite, :telephone, :actif) returning id""" : """
          update rendezvous.lieu set nom = :nom, adresse = :adresse, code_postal = :cp, commune = :commune, territoire_id = :territoire, accessible = :accessible,
            capacite = :capacite, telephone = :telephone, actif = :actif where id = :id returning id""")
          .param("id", lieu.id()).param("nom", lieu.nom().strip()).param("adresse", lieu.adresse().strip()).param("cp", lieu.codePostal().strip())
          .param("commune", lieu.commune()).param("territoire", lieu.territoire()).param("accessible", lieu.accessible()).param("capacite", lieu.capacite())
          .param("telephone", lieu.telephone().strip()).param("actif", lieu.actif()).query(Integer.class).optional()
          .orElseThrow(() -> new RefusMetier("LIEU_AILLEURS", "Ce lieu est tenu par un autre territoire que le vôtre."));
      journal.tracer("LIEU", null, null, "Lieu %s : %s%s".formatted(lieu.id() == null ? "créé" : "modifié", lieu.nom().strip(), lieu.actif() ? "" : " (inactif)"));
      return id;
    } catch (DuplicateKeyException _) {
      throw new SaisieRefusee("nom", new RefusMetier("LIEU_DEJA", "Un lieu de ce territoire porte déjà ce nom. Donnez-en un autre, ou modifiez celui qui existe."));
    }
  }

  private static void verifier(LieuDeRendezVous lieu) {
    new Fautes().exiger(dit(lieu.nom()), "nom", INCOMPLET, "Donnez un nom au lieu.")
        .exiger(dit(lieu.adresse()), "adresse", INCOMPLET, "Donnez l'adresse du lieu : elle est dans la convocation.")
        .exiger(lieu.codePostal() != null && lieu.codePostal().strip().matches("\\d{5}"), "codePostal", "CODE_POSTAL", "Le code postal a cinq chiffres.")
        .exiger(dit(lieu.commune()), "commune", INCOMPLET, "Choisissez la commune du lieu.")
        .exiger(lieu.territoire() > 0, "territoire", INCOMPLET, "Choisissez le territoire qui tient ce lieu.")
        .exiger(lieu.capacite() >= 1 && lieu.capacite() <= CAPACITE_MAXIMUM, "capacite", "CAPACITE", "La salle reçoit de 1 à 500 personnes.")
        .exiger(dit(lieu.telephone()), "telephone", INCOMPLET, "Donnez le numéro de téléphone à appeler : il est dans la convocation.").lever();
  }

  private static boolean dit(String texte) {
    return texte != null && !texte.isBlank();
  }
}
