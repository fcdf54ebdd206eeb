package fr.jalon.carnet.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.DocumentGarde;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attaches a document to an entry, and gives it back to who reads the entry. Kept encrypted in the database: backups take it, a purge takes it
 * away.
 */
@Service
public class JoindreUnDocument {
  /** Documents of an entry. */
  private static final int AU_PLUS = 10;
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Parametres parametres;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  JoindreUnDocument(JdbcClient base, Chiffrement chiffrement, Parametres parametres, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.chiffrement = chiffrement;
    this.parametres = parametres;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Garde(long personneId, String nom, String nature, byte[] contenuChiffre) {}

  /**
   * The same document sent twice to an entry is kept once.
   *
   * @param nom as sent, may be {@code null}
   * @return the person
   * @throws RefusMetier the entry is no longer to be read, has enough of them, or what is sent is empty, too big, or neither a PDF nor an image
   */
  @Transactional
  public long executer(long entree, String nom, byte[] contenu) {
    long personne = base.sql("select personne_id from carnet.entree where id = ?").param(entree).query(Long.class).optional()
        .orElseThrow(() -> new RefusMetier(
        "DOCUMENT_SANS_ECRIT", "Cet écrit n'est plus dans ce que vous pouvez lire : le document n'est pas gardé."));
    int taille = Integer.parseInt(parametres.valeur("carnet.document_taille", LocalDate.now(horloge)).texte());
    // a double click, or the same file chosen again: kept once, and whoever sends both at the same time waits here
    base.sql("select pg_advisory_xact_lock(hashtextextended('carnet.document', ?))").param(entree).query((_, _) -> 0).list();
    byte[] empreinte = chiffrement.empreinte(contenu);
    if (base.sql("select exists (select from carnet.document where entree_id = ? and empreinte = ?)").params(entree, empreinte)
        .query(Boolean.class).single()) {
      return personne;
    }
    int dejaLa = base.sql("select count(*) from carnet.document where entree_id = ?").param(entree).query(Integer.class).single();
    Fautes fautes = new Fautes();
    DocumentGarde d = DocumentGarde.recevoir(fautes, "fichier", nom, contenu, taille);
    fautes.exiger(dejaLa < AU_PLUS, "fichier", "DOCUMENTS_TROP_NOMBREUX",
        "Cet écrit a déjà %d documents : joignez celui-ci à un autre.".formatted(AU_PLUS)).lever();
    base.sql("""
        insert into carnet.document (personne_id, entree_id, nom, nature, taille, contenu_chiffre, depose_par, depose_le, empreinte, auteur, lecteurs)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '{}')""").params(personne, entree, d.nom(), d.nature().name(), d.taille(),
        d.chiffrer(chiffrement), agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), empreinte).update();
    journal.tracer("CARNET_DOCUMENT", personne, null, null);
    return personne;
  }

  /** The document, for who reads its entry; reading it is reading the notebook. */
  @Transactional
  public Optional<DocumentGarde> lire(long document) {
    Optional<Garde> garde = base.sql("select personne_id, nom, nature, contenu_chiffre from carnet.document where id = ?").param(document)
        .query(Garde.class)
        .optional();
    garde.ifPresent(g -> journal.tracer("CONSULTATION", g.personneId(), null, "Carnet partagé"));
    return garde.map(g -> DocumentGarde.ouvrir(chiffrement, g.nom(), g.nature(), g.contenuChiffre()));
  }
}
