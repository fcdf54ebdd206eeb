package fr.jalon.engagement.application;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.engagement.ContratDEngagement;
import fr.jalon.engagement.HeuresChangees;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.domaine.Jours;
import fr.jalon.engagement.domaine.MoyenDeSignature;
import fr.jalon.engagement.domaine.Signataire;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.DocumentGarde;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.NatureDeDocument;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the two signatures of the version presented: on the screen, or on paper. The second one puts it in force. */
@Service
public class SignerLeContrat {
  private static final String PNG = "data:image/png;base64,";
  private static final int DESSIN_MAX = 400_000;
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final PresenterLeContrat presenter;
  private final PersonneVisible personnes;
  private final MoisDuContrat mois;
  private final EcheancesDuContrat echeances;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  SignerLeContrat(JdbcClient base, RegistreDesContrats registre, PresenterLeContrat presenter, PersonneVisible personnes, MoisDuContrat mois,
      EcheancesDuContrat echeances, AgentCourant agentCourant, Parametres parametres, ApplicationEventPublisher evenements, Journal journal,
      Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.presenter = presenter;
    this.personnes = personnes;
    this.mois = mois;
    this.echeances = echeances;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * She drew her signature on the screen, before the agent.
   *
   * @param dessin the image, as a page sends it ({@code data:image/png;base64,…})
   * @throws RefusMetier nothing is drawn, it was not presented, or it moved meanwhile
   */
  @Transactional
  public void dessiner(long personneId, long contrat, String dessin) {
    Version v = exigerPresentee(personneId, contrat);
    Fautes fautes = new Fautes();
    byte[] image = image(dessin);
    fautes.exiger(image != null && NatureDeDocument.de(image).filter(n -> n == NatureDeDocument.PNG).isPresent(), "dessin", "SIGNATURE_VIDE",
        "La personne n'a rien dessiné : faites-la signer dans le cadre, ou choisissez « sur papier ».").lever();
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (ecrire(personneId, v, Signataire.PERSONNE, MoyenDeSignature.DESSIN, aujourdhui, null)) {
      presenter.garder(personneId, v.id(), "DESSIN", false, new DocumentGarde("signature.png", NatureDeDocument.PNG, image));
    }
    mettreEnVigueur(personneId, contrat);
  }

  /** The agent at work signs for the organisation that follows her. @throws RefusMetier it was not presented, or moved meanwhile */
  @Transactional
  public void signerPourLOrganisme(long personneId, long contrat) {
    Version v = exigerPresentee(personneId, contrat);
    ecrire(personneId, v, Signataire.REFERENT, MoyenDeSignature.COMPTE, LocalDate.now(horloge), null);
    mettreEnVigueur(personneId, contrat);
  }

  /**
   * Both signed on paper: what they signed is kept.
   *
   * @param le   day of the later signature; @param nom, contenu the scan
   * @throws RefusMetier a field is wrong, or it moved meanwhile
   */
  @Transactional
  public void surPapier(long personneId, long contrat, LocalDate le, String nom, byte[] contenu) {
    Contrat c = registre.exiger(personneId, contrat);
    Version v = exigerPresentee(personneId, contrat);
    LocalDate aujourdhui = LocalDate.now(horloge);
    LocalDate auPlusTot = base.sql("select notifie_le from orientation.suivi where id = ?").param(v.suiviId()).query(LocalDate.class).single();
    Fautes fautes = Jours.passe(new Fautes(), "le", le, auPlusTot, aujourdhui);
    DocumentGarde papier = DocumentGarde.recevoir(fautes, "fichier", nom, contenu,
        Integer.parseInt(parametres.valeur("engagement.document_taille", aujourdhui).texte()));
    fautes.lever();
    registre.exigerToutLu(v.id());
    boolean sante = base.sql("select exists (select from engagement.objectif where version_id = ? and sante and retire_le is null)").param(v.id())
        .query(Boolean.class).single();
    presenter.garder(personneId, v.id(), "PAPIER", sante, papier);
    ecrire(personneId, v, Signataire.PERSONNE, MoyenDeSignature.PAPIER, le, null);
    ecrire(personneId, v, Signataire.REFERENT, MoyenDeSignature.PAPIER, le, null);
    mettreEnVigueur(c.personneId(), contrat);
  }

  /** She signed with a code that she got: {@link CodesDeSignature} checked it. @param chiffres last figures of the telephone */
  void parCode(long personneId, long contrat, String chiffres) {
    Version v = exigerPresentee(personneId, contrat);
    ecrire(personneId, v, Signataire.PERSONNE, MoyenDeSignature.CODE, LocalDate.now(horloge), chiffres);
    mettreEnVigueur(personneId, contrat);
  }

  /**
   * The signatures of the last version signed were noted by mistake: it is presented again, and what was in force before is again.
   *
   * @throws RefusMetier no reason is said, another version is being prepared, or the contract moved meanwhile
   */
  @Transactional
  public void annuler(long personneId, long contrat, String motif) {
    Contrat c = registre.exiger(personneId, contrat);
    Jours.raison(new Fautes(), "motif", motif).lever();
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.SIGNE));
    if (registre.preparee(contrat).isPresent()) {
      throw new RefusMetier("CONTRAT_EN_PREPARATION", "Une autre version est en préparation : abandonnez-la d'abord, puis reprenez la signature.");
    }
    Version v = registre.signee(contrat).orElseThrow(RegistreDesContrats::aChange);
    base.sql("update engagement.signature set annulee_le = ?, annulee_par = ? where version_id = ? and annulee_le is null")
        .params(OffsetDateTime.now(horloge), registre.moi(), v.id()).update();
    registre.ecrireLaVersion(v.id(), "etat = 'PREPAREE', signee_le = null", Map.of());
    LocalDate aujourdhui = LocalDate.now(horloge);
    registre.passer(c, EtatContrat.A_SIGNER, PresenterLeContrat.jour(c, aujourdhui), motif.strip());
    Optional<Version> avant = registre.signee(contrat);
    if (avant.isEmpty()) {
      registre.ecrire(contrat, "depuis = null, jusqu_au = null, signe_le = null", Map.of());
      echeances.oublier(List.of(contrat), aujourdhui);
    } else {
      registre.ecrire(contrat, "jusqu_au = :fin", Map.of("fin", avant.get().jusquAu()));
      echeances.aRenouveler(c, avant.get().jusquAu(), aujourdhui);
      registre.passer(registre.exiger(personneId, contrat), EtatContrat.SIGNE, PresenterLeContrat.jour(c, aujourdhui),
          "La version %d est de nouveau en vigueur".formatted(avant.get().numero()));
    }
    mois.mettreAJour(List.of(personneId), aujourdhui);
    evenements.publishEvent(new ContratDEngagement(ContratDEngagement.Genre.REPRIS, personneId, contrat, aujourdhui));
    semaines(personneId, v.depuis(), aujourdhui);
    journal.tracer("CONTRAT_CORRIGE", personneId, null, null);
  }

  Version exigerPresentee(long personneId, long contrat) {
    registre.exiger(personneId, contrat);
    Version v = registre.exigerPreparee(contrat);
    if (!v.presentee()) {
      throw new RefusMetier("CONTRAT_PAS_PRESENTE", "Présentez d'abord le contrat : on signe un texte qui ne change plus.");
    }
    return v;
  }

  /** @return false when that signature stands already: the second click of one */
  boolean ecrire(long personneId, Version v, Signataire qui, MoyenDeSignature moyen, LocalDate le, String chiffres) {
    String nom = qui == Signataire.REFERENT ? agentCourant.perimetre().nom()
        : personnes.de(personneId).map(PersonneVisible.Identite::nomComplet).orElseThrow();
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("chiffres", chiffres);
    boolean neuve = base.sql("""
        insert into engagement.signature (personne_id, version_id, qui, moyen, le, signee_le, nom, envoye_a, empreinte, recueillie_par)
        values (:personne, :version, :qui, :moyen, :le, :maintenant, :nom, :chiffres::text, :empreinte, :moi) on conflict do nothing""").params(valeurs)
        .param("personne", personneId).param("version", v.id()).param("qui", qui.name()).param("moyen", moyen.name()).param("le", le)
        .param("maintenant", OffsetDateTime.now(horloge)).param("nom", nom).param("empreinte", v.empreinte()).param("moi", registre.moi())
        .update() == 1;
    if (neuve) {
      journal.tracer("CONTRAT_SIGNATURE", personneId, null, qui.libelle() + ", " + moyen.libelle().toLowerCase(java.util.Locale.FRENCH));
    }
    return neuve;
  }

  /** Once both signed. */
  void mettreEnVigueur(long personneId, long contrat) {
    Contrat c = registre.exiger(personneId, contrat);
    Version v = registre.exigerPreparee(contrat);
    record Signees(long nombre, LocalDate le) {}
    // of this very text: what was signed of another one does not count
    Signees s = base.sql("""
        select count(*) as nombre, max(le) as le from engagement.signature where version_id = ? and empreinte = ? and annulee_le is null""")
        .params(v.id(), v.empreinte()).query(Signees.class).single();
    if (s.nombre() < Signataire.values().length) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    registre.ecrireLaVersion(v.id(), "etat = 'SIGNEE', signee_le = :le", Map.of("le", s.le()));
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("depuis", v.depuis());
    valeurs.put("fin", v.jusquAu());
    valeurs.put("le", s.le());
    registre.ecrire(contrat, "depuis = least(depuis, :depuis), jusqu_au = :fin, signe_le = coalesce(signe_le, :le), suivi_id = "
        + v.suiviId(), valeurs);
    base.sql("update engagement.refus set retire_le = ?, retire_par = ?, retire_motif = 'Elle a signé' where contrat_id = ? and retire_le is null")
        .params(OffsetDateTime.now(horloge), registre.moi(), contrat).update();
    if (c.etat() == EtatContrat.SIGNE) {
      registre.noter(c, PresenterLeContrat.jour(c, s.le()), "Version %d signée".formatted(v.numero()));
    } else {
      String quoi = v.numero() == 1 ? null : "Version %d signée".formatted(v.numero());
      if (registre.passer(List.of(contrat), EtatContrat.SIGNE, PresenterLeContrat.jour(c, s.le()), quoi) == 0) {
        throw RegistreDesContrats.aChange();
      }
    }
    mois.mettreAJour(List.of(personneId), aujourdhui);
    echeances.aRenouveler(c, v.jusquAu(), aujourdhui);
    base.sql("select precedent_id from engagement.contrat where id = ? and precedent_id is not null").param(contrat).query(Long.class).optional()
        .ifPresent(precedent -> echeances.suivi(precedent, s.le()));
    evenements.publishEvent(new ContratDEngagement(ContratDEngagement.Genre.SIGNE, personneId, contrat, s.le()));
    semaines(personneId, v.depuis(), aujourdhui);
  }

  /** What her weeks ask and count is no longer what it was. */
  private void semaines(long personneId, LocalDate depuis, LocalDate aujourdhui) {
    evenements.publishEvent(new HeuresChangees(List.of(personneId), depuis.isAfter(aujourdhui) ? aujourdhui : depuis, aujourdhui));
  }

  private static byte[] image(String dessin) {
    if (dessin == null || !dessin.startsWith(PNG) || dessin.length() > DESSIN_MAX) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(dessin.substring(PNG.length()));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
