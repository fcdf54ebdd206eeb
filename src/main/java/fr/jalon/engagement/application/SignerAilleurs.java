package fr.jalon.engagement.application;

import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Jours;
import fr.jalon.engagement.domaine.MoyenDeSignature;
import fr.jalon.engagement.domaine.Signataire;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Both signed in the tool or on the paper of a partner, who keeps the document: its day and its hash are kept here. */
@Service
public class SignerAilleurs {
  private static final String EMPREINTE = "[0-9a-f]{64}";
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final ValiderLeContrat validation;
  private final SignerLeContrat signer;
  private final Clock horloge;

  SignerAilleurs(JdbcClient base, RegistreDesContrats registre, ValiderLeContrat validation, SignerLeContrat signer, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.validation = validation;
    this.signer = signer;
    this.horloge = horloge;
  }

  /** A contract the agent at work sees. @return its person. @throws RefusMetier when she sees none of that number */
  @Transactional(readOnly = true)
  public long personne(long contrat) {
    return base.sql("select personne_id from engagement.contrat where id = ? and etat <> 'ECARTE'").param(contrat).query(Long.class).optional()
        .orElseThrow(() -> new RefusMetier("CONTRAT_INCONNU", "Ce contrat n'est plus dans ce que vous pouvez consulter : rien n'est changé."));
  }

  /**
   * @param le day of the later signature; @param empreinte SHA-256 of the document signed, 64 characters in hexadecimal
   * @throws RefusMetier a field is wrong, it has no objective, a validation is awaited, another document was presented, or it moved meanwhile
   */
  @Transactional
  public void executer(long contrat, LocalDate le, String empreinte) {
    long personneId = personne(contrat);
    Contrat c = registre.exiger(personneId, contrat);
    String signee = registre.signee(contrat).map(Version::empreinte).orElse(null);
    if (c.etat() == EtatContrat.SIGNE && registre.preparee(contrat).isEmpty() && empreinte != null && empreinte.equals(signee)) {
      return;
    }
    Version v = registre.exigerPreparee(contrat);
    LocalDate notifieLe = base.sql("select notifie_le from orientation.suivi where id = ?").param(v.suiviId()).query(LocalDate.class).single();
    Jours.passe(new Fautes(), "le", le, notifieLe, LocalDate.now(horloge)).exiger(empreinte != null && empreinte.matches(EMPREINTE), "empreinte",
        "EMPREINTE_ILLISIBLE", "Donnez l'empreinte SHA-256 du document signé : 64 caractères, chiffres et lettres de a à f.").lever();
    if (v.presentee() && !empreinte.equals(v.empreinte())) {
      throw new RefusMetier("EMPREINTE_D_UN_AUTRE_DOCUMENT", "Un autre document est présenté à la signature dans Jalon : signez celui-là, ou faites "
          + "reprendre le texte par son référent.");
    }
    if (!v.presentee()) {
      figer(personneId, c, v, le, empreinte);
      v = registre.exigerPreparee(contrat);
    }
    signer.ecrire(personneId, v, Signataire.PERSONNE, MoyenDeSignature.PAPIER, le, null);
    signer.ecrire(personneId, v, Signataire.REFERENT, MoyenDeSignature.PAPIER, le, null);
    signer.mettreEnVigueur(personneId, contrat);
  }

  private void figer(long personneId, Contrat c, Version v, LocalDate le, String empreinte) {
    if (!base.sql("select exists (select from engagement.objectif where version_id = ? and retire_le is null)").param(v.id()).query(Boolean.class)
        .single()) {
      throw new RefusMetier("CONTRAT_SANS_OBJECTIF", "Ajoutez au moins un objectif : un contrat dit ce que l'on veut obtenir ensemble.");
    }
    validation.exiger(personneId, v);
    registre.ecrireLaVersion(v.id(), "presentee_le = :le, empreinte = :empreinte", Map.of("le", le, "empreinte", empreinte));
    if (c.etat() == EtatContrat.A_ELABORER) {
      registre.passer(c, EtatContrat.A_SIGNER, PresenterLeContrat.jour(c, le), "Signé hors de Jalon");
    }
  }
}
