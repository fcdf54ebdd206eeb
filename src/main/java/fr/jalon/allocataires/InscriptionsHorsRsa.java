package fr.jalon.allocataires;

import fr.jalon.allocataires.application.InscrireHorsRsa;
import fr.jalon.allocataires.application.SuivreHorsRsa;
import fr.jalon.allocataires.FinDeSuivi;
import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.allocataires.domaine.NouvelleInscription;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the persons outside the RSA: who brings many of them registers each as an agent would, with the same refusals. */
@Component
public class InscriptionsHorsRsa {
  private final InscrireHorsRsa inscrire;
  private final SuivreHorsRsa suivre;
  private final JdbcClient base;

  InscriptionsHorsRsa(InscrireHorsRsa inscrire, SuivreHorsRsa suivre, JdbcClient base) {
    this.inscrire = inscrire;
    this.suivre = suivre;
    this.base = base;
  }

  /**
   * One person and her public; she was told what is kept of her.
   *
   * @param civilite    {@code MME}, {@code MR}, or {@code null}; @param lignes number and street; @param commune INSEE code
   * @param publicSuivi code of the public; @param cohorte {@code null} when there is none; @param depuis first day
   * @param organisation who follows her, {@code null} when nobody yet; @param referent likewise
   * @param finLe       first day she was no longer followed, {@code null} while she is; @param finMotif name of the reason, {@code null} with it
   * @param cle         the same twice is registered once
   */
  public record Inscrite(String civilite, String nom, String prenom, LocalDate naissance, String lignes, String commune, String publicSuivi,
      String cohorte, LocalDate depuis, Integer organisation, Integer referent, LocalDate finLe, String finMotif, UUID cle) {}

  /** @return number of the person; @throws fr.jalon.socle.RefusMetier as the screen does */
  @Transactional
  public long inscrire(Inscrite p) {
    long id = inscrire.executer(
        new NouvelleInscription(p.nom(), null, p.prenom(), p.civilite(), p.naissance(), p.lignes(), null, p.commune(), null, null),
        new NouveauSuivi(p.publicSuivi(), p.cohorte(), p.depuis(), p.organisation(), p.referent(), true, p.cle()));
    if (p.finLe() != null) {
      suivre.terminer(base.sql("select id from allocataires.suivi_hors_rsa where cle = ?").param(p.cle()).query(Long.class).single(), p.finLe(),
          FinDeSuivi.de(p.finMotif()), null);
    }
    return id;
  }
}
