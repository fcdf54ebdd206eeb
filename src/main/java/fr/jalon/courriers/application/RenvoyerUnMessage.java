package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.impression.BlocAdresse;
import fr.jalon.courriers.domaine.Sms;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a message again: a new one with the same text, linked to the first, at the address that the agent checked. The first keeps its date: it is
 * the one that counts for the delays.
 */
@Service
public class RenvoyerUnMessage {
  private final JdbcClient base;
  private final Destinataires destinataires;
  private final RegistreDesMessages registre;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  RenvoyerUnMessage(JdbcClient base, Destinataires destinataires, RegistreDesMessages registre, AgentCourant agentCourant,
      Journal journal, Clock horloge) {
    this.base = base;
    this.destinataires = destinataires;
    this.registre = registre;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** Where to: lines, post code and town for a letter; a number or an address for the others. */
  public record Vers(String adresse, String codePostal, String ville, String vers) {
    /** Blank becomes {@code null}. */
    public Vers {
      adresse = vide(adresse);
      codePostal = vide(codePostal);
      ville = vide(ville);
      vers = vide(vers);
    }

    private static String vide(String t) {
      return t == null || t.isBlank() ? null : t.replace("\r\n", "\n").strip();
    }
  }

  private record Premier(long personneId, String canal, String etat, String destinataire) {}

  /** What a form proposes: what is known of her today. */
  @Transactional(readOnly = true)
  public Vers propose(long personneId, Canal canal) {
    Destinataire a = destinataires.lire(java.util.List.of(personneId)).get(personneId);
    return a == null ? new Vers(null, null, null, null)
        : canal == Canal.LETTRE ? new Vers(a.adresse(), a.codePostal(), a.ville(), null)
        : new Vers(null, null, null, canal == Canal.SMS ? a.telephone() : a.courriel());
  }

  /**
   * @param raison why, not empty
   * @return id of the new message, which waits to be sent
   * @throws RefusMetier when the address is not one, when the message has not left, or when one sent again already waits
   */
  @Transactional
  public long executer(long id, Vers vers, String raison) {
    Premier premier = base.sql("select personne_id, canal, etat, destinataire from courriers.message where id = ? for update").param(id)
        .query(Premier.class).optional()
        .orElseThrow(() -> new RefusMetier("MESSAGE_INCONNU", "Ce courrier n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter."));
    Canal canal = Canal.valueOf(premier.canal());
    EtatMessage etat = EtatMessage.valueOf(premier.etat());
    Vers net = verifier(canal, vers, premier.destinataire());
    if (raison == null || raison.isBlank()) {
      throw new RefusMetier("RAISON_ABSENTE", "Dites pourquoi vous le renvoyez, en quelques mots.");
    }
    if (etat == EtatMessage.A_ENVOYER || etat == EtatMessage.EN_COURS || etat == EtatMessage.ECHEC) {
      throw new RefusMetier("PAS_ENCORE_PARTI", "Ce courrier n'est pas encore parti : il n'y a rien à renvoyer.");
    }
    if (base.sql("select exists (select from courriers.message where renvoi_de = ? and etat in ('A_ENVOYER', 'EN_COURS', 'SANS_ADRESSE'))").param(id)
        .query(Boolean.class).single()) {
      throw new RefusMetier("DEJA_RENVOYE", "Ce courrier est déjà écrit à nouveau : il attend d'être envoyé.");
    }
    long nouveau = base.sql("""
        insert into courriers.message (modele, version_id, entete_id, personne_id, objet_id, canal, le, etat, etat_depuis, objet, contenu, valeurs, destinataire,
          adresse, code_postal, ville, vers, adresse_choisie, renvoi_de, raison, agenda, ecrit_par, ecrit_le)
        select modele, version_id, entete_id, personne_id, objet_id, canal, :le, 'A_ENVOYER', :maintenant, objet, contenu, valeurs, destinataire, :adresse, :code, :ville,
          :vers, true, id, :raison, agenda, :agent, :maintenant from courriers.message where id = :id returning id""")
        .param("le", LocalDate.now(horloge)).param("maintenant", OffsetDateTime.now(horloge))
        .param("agent", agentCourant.perimetre().agent()).param("id", id)
        .param("adresse", net.adresse()).param("code", net.codePostal()).param("ville", net.ville()).param("vers", net.vers())
        .param("raison", raison.strip())
        .query(Long.class).single();
    if (etat == EtatMessage.SANS_ADRESSE) {
      // it never was a message sent: the new one is the first
      registre.passer("m.id = :id", Map.of("id", id), EtatMessage.ABANDONNE, "", "Écrit à nouveau, avec une adresse.");
      base.sql("update courriers.message set raison = null where id = ?").param(nouveau).update();
    }
    journal.tracer("COURRIER_RENVOYE", premier.personneId(), null, "Courrier renvoyé : " + raison.strip());
    return nouveau;
  }

  private static Vers verifier(Canal canal, Vers v, String destinataire) {
    if (canal == Canal.LETTRE) {
      if (v.codePostal() == null || !v.codePostal().matches("\\d{5}") || v.ville() == null) {
        throw new RefusMetier("ADRESSE", "Donnez l'adresse : rue, code postal à cinq chiffres, ville.");
      }
      if (BlocAdresse.de(destinataire, v.adresse(), v.codePostal() + " " + v.ville()).isEmpty()) {
        throw new RefusMetier("ADRESSE_TROP_LONGUE", BlocAdresse.TROP_LONGUE);
      }
      return v;
    }
    if (canal == Canal.SMS) {
      return new Vers(null, null, null, Sms.mobile(v.vers())
          .orElseThrow(() -> new RefusMetier("NUMERO", "Donnez un numéro de mobile français, métropole ou outre-mer : 06 ou 07.")));
    }
    if (v.vers() == null || !v.vers().matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+")) {
      throw new RefusMetier("COURRIEL", "Donnez une adresse électronique.");
    }
    return v;
  }
}
