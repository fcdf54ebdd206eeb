package fr.jalon.engagement.application;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.engagement.application.RegistreDesContrats.Contrat;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.engagement.lecture.ContratLu;
import fr.jalon.engagement.lecture.ContratsDUnePersonne;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.DocumentGarde;
import fr.jalon.socle.NatureDeDocument;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes what a version says and keeps the document that is shown: what is signed is that, and its hash proves it. Takes the text up again, too. */
@Service
public class PresenterLeContrat {
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final ValiderLeContrat validation;
  private final ContratsDUnePersonne contrats;
  private final PersonneVisible personnes;
  private final LeReferentiel referentiel;
  private final ContratEnPdf pdf;
  private final Structures structures;
  private final Chiffrement chiffrement;
  private final Journal journal;
  private final Clock horloge;

  PresenterLeContrat(JdbcClient base, RegistreDesContrats registre, ValiderLeContrat validation, ContratsDUnePersonne contrats,
      PersonneVisible personnes, LeReferentiel referentiel, ContratEnPdf pdf, Structures structures, Chiffrement chiffrement, Journal journal,
      Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.validation = validation;
    this.contrats = contrats;
    this.personnes = personnes;
    this.referentiel = referentiel;
    this.pdf = pdf;
    this.structures = structures;
    this.chiffrement = chiffrement;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** @throws RefusMetier it has no objective, some of it is not hers to read, a validation is awaited, or it moved meanwhile */
  @Transactional
  public void executer(long personneId, long contrat) {
    Contrat c = registre.exiger(personneId, contrat);
    Version v = registre.exigerPreparee(contrat);
    if (v.presentee()) {
      return;
    }
    registre.exigerToutLu(v.id());
    LocalDate aujourdhui = LocalDate.now(horloge);
    ContratLu.Version lue = version(personneId, v.id(), aujourdhui);
    if (lue.objectifs().isEmpty()) {
      throw new RefusMetier("CONTRAT_SANS_OBJECTIF", "Ajoutez au moins un objectif : un contrat dit ce que l'on veut obtenir ensemble.");
    }
    validation.exiger(personneId, v);
    byte[] document = imprimer(personneId, lue, aujourdhui);
    String empreinte = empreinte(document);
    boolean sante = base.sql("select exists (select from engagement.objectif where version_id = ? and sante and retire_le is null)").param(v.id())
        .query(Boolean.class).single();
    garder(personneId, v.id(), "PRESENTE", sante, new DocumentGarde("contrat-d-engagement.pdf", NatureDeDocument.PDF, document));
    registre.ecrireLaVersion(v.id(), "presentee_le = :le, empreinte = :empreinte", Map.of("le", aujourdhui, "empreinte", empreinte));
    if (c.etat() == EtatContrat.A_ELABORER) {
      registre.passer(c, EtatContrat.A_SIGNER, jour(c, aujourdhui), null);
    } else {
      registre.noter(c, jour(c, aujourdhui), "Version %d présentée à la signature".formatted(v.numero()));
    }
    journal.tracer("CONTRAT_PRESENTE", personneId, null, null);
  }

  /**
   * Its text is written again: signatures already given are withdrawn, since they were given to another text.
   *
   * @throws RefusMetier it was signed by both, or moved meanwhile
   */
  @Transactional
  public void reprendre(long personneId, long contrat) {
    Contrat c = registre.exiger(personneId, contrat);
    Version v = registre.exigerPreparee(contrat);
    if (!v.presentee()) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    int signatures = base.sql("update engagement.signature set annulee_le = ?, annulee_par = ? where version_id = ? and annulee_le is null")
        .params(OffsetDateTime.now(horloge), registre.moi(), v.id()).update();
    registre.ecrireLaVersion(v.id(),
            "presentee_le = null, empreinte = null, validation = case when validation = 'ACCORDEE' then null else validation end",
        Map.of());
    String quoi = signatures == 0 ? null : "Texte repris : la signature déjà donnée ne compte plus";
    if (c.etat() == EtatContrat.A_SIGNER) {
      registre.passer(c, EtatContrat.A_ELABORER, jour(c, aujourdhui), quoi);
    } else {
      registre.noter(c, jour(c, aujourdhui), quoi == null ? "Texte repris" : quoi);
    }
    journal.tracer("CONTRAT_REPRIS", personneId, null, null);
  }

  /** The version given up: what was signed before, if anything, stays. @throws RefusMetier it is the first text: the contract is set aside instead */
  @Transactional
  public void abandonner(long personneId, long contrat) {
    Contrat c = registre.exiger(personneId, contrat);
    Optional<Version> preparee = registre.preparee(contrat);
    if (preparee.isEmpty()) {
      return;
    }
    RegistreDesContrats.exigerEtat(c, Set.of(EtatContrat.SIGNE, EtatContrat.REFUSE));
    Version v = preparee.get();
    base.sql("update engagement.signature set annulee_le = ?, annulee_par = ? where version_id = ? and annulee_le is null")
        .params(OffsetDateTime.now(horloge), registre.moi(), v.id()).update();
    registre.ecrireLaVersion(v.id(), "etat = 'ABANDONNEE'", Map.of());
    registre.noter(c, jour(c, LocalDate.now(horloge)), "Version %d abandonnée".formatted(v.numero()));
    journal.tracer("CONTRAT_REPRIS", personneId, null, null);
  }

  /** What is kept, for who may read it; the journal says who did. */
  @Transactional
  public Optional<DocumentGarde> lire(long personneId, long document) {
    Optional<Garde> garde = base.sql("select nom, nature, contenu_chiffre from engagement.document where id = ? and personne_id = ?")
        .params(document, personneId).query(Garde.class).optional();
    garde.ifPresent(_ -> journal.tracer("CONSULTATION", personneId, null, "Document d'un contrat d'engagement"));
    return garde.map(g -> DocumentGarde.ouvrir(chiffrement, g.nom(), g.nature(), g.contenuChiffre()));
  }

  private record Garde(String nom, String nature, byte[] contenuChiffre) {}

  /** The version as it stands, to be read over with her before it is presented: not kept. */
  @Transactional(readOnly = true)
  public Optional<byte[]> apercu(long personneId, long version) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return contrats.tous(personneId, aujourdhui).stream().flatMap(c -> c.versions().stream()).filter(v -> v.id() == version).findFirst()
        .map(v -> imprimer(personneId, v, aujourdhui));
  }

  void garder(long personneId, long version, String sorte, boolean sante, DocumentGarde d) {
    base.sql("""
        insert into engagement.document (personne_id, version_id, sorte, sante, nom, nature, taille, contenu_chiffre, depose_par, depose_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(personneId, version, sorte, sante, d.nom(), d.nature().name(), d.taille(),
        d.chiffrer(chiffrement), registre.moi(), OffsetDateTime.now(horloge)).update();
  }

  private byte[] imprimer(long personneId, ContratLu.Version v, LocalDate jour) {
    String nom = personnes.de(personneId).map(PersonneVisible.Identite::nomComplet).orElseThrow();
    String suivi = base.sql("""
        select o.nom || coalesce(', ' || r.nom, '') from engagement.version v join orientation.suivi s on s.id = v.suivi_id
        join structures.organisation o on o.id = s.organisation_id left join structures.referent r on r.id = s.referent_id where v.id = ?""")
        .param(v.id()).query(String.class).single();
    return pdf.ecrire(new ContratEnPdf.Tete(structures.departementConnu().map(Departement::nom).orElse("Le Département"), nom, suivi), v,
        referentiel.activites(jour));
  }

  private ContratLu.Version version(long personneId, long version, LocalDate jour) {
    return contrats.tous(personneId, jour).stream().flatMap(c -> c.versions().stream()).filter(v -> v.id() == version).findFirst()
        .orElseThrow(RegistreDesContrats::aChange);
  }

  static LocalDate jour(Contrat c, LocalDate le) {
    return le.isBefore(c.etatDepuis()) ? c.etatDepuis() : le;
  }

  static String empreinte(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
