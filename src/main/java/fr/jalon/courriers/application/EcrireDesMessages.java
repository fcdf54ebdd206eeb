package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Demande;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.impression.BlocAdresse;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages: the text is merged and kept, with the address known today. A letter to a person without address, or a message to one whom no
 * channel reaches, is written all the same and waits: nobody is forgotten in silence.
 */
@Service
public class EcrireDesMessages {
  private static final int PAR_ORDRE = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient base;
  private final Destinataires destinataires;
  private final Redaction redaction;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  EcrireDesMessages(JdbcClient base, Destinataires destinataires, Redaction redaction, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.destinataires = destinataires;
    this.redaction = redaction;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** A message about to be kept. @param renvoiDe the message it sends again, or {@code null} */
  record Ecrit(Demande demande, Canal canal, Destinataire a, EtatMessage etat, Redaction.Encre encre, Redaction.Redige texte, Long renvoiDe) {
    String vers() {
      return canal == Canal.SMS ? a.telephone() : canal == Canal.COURRIEL ? a.courriel() : null;
    }

    String agenda(OffsetDateTime maintenant) {
      return canal == Canal.COURRIEL && demande.agenda() != null ? RendezVousJoint.garder(demande.agenda(), maintenant) : null;
    }

    String raison() {
      return etat == EtatMessage.SANS_ADRESSE ? pourquoi(a, canal) : null;
    }
  }

  /** @return ids, one per message written; a person out of the agent's perimeter gets none */
  @Transactional
  public List<Long> executer(List<Demande> demandes) {
    Map<Long, Destinataire> personnes = destinataires.lire(demandes.stream().map(Demande::personneId).distinct().toList());
    Map<String, Redaction.Encre> encres = new HashMap<>();
    List<Ecrit> ecrits = new ArrayList<>();
    for (Demande d : demandes) {
      Destinataire a = personnes.get(d.personneId());
      if (a != null) {
        Redaction.Encre encre = encres.computeIfAbsent(d.modele(), redaction::preparer);
        rediger(d, a, encre, ecrits);
      }
    }
    return garder(ecrits);
  }

  private void rediger(Demande d, Destinataire a, Redaction.Encre encre, List<Ecrit> ecrits) {
    List<Canal> ecrites = new ArrayList<>();
    for (Canal canal : Canal.values()) {
      if (d.canaux().contains(canal) && encre.version().textes().pour(canal) && (canal == Canal.LETTRE || joignable(a, canal))) {
        ecrites.add(canal);
      }
    }
    if (ecrites.isEmpty() && !d.canaux().isEmpty()) {
      // no channel reaches her: the first one asked waits for an address
      ecrites.add(d.canaux().stream().sorted().filter(c -> encre.version().textes().pour(c)).findFirst().orElse(Canal.LETTRE));
    }
    for (Canal canal : ecrites) {
      ecrits.add(new Ecrit(d, canal, a, joignable(a, canal) ? EtatMessage.A_ENVOYER : EtatMessage.SANS_ADRESSE, encre,
          redaction.rediger(encre, canal, a, d.date(), d.valeurs()), null));
    }
  }

  static boolean joignable(Destinataire a, Canal canal) {
    return switch (canal) {
      case LETTRE -> a.aUneAdresse() && BlocAdresse.de(a.surLEnveloppe(), a.adresse(), a.lieu()).isPresent();
      case SMS -> a.telephone() != null;
      case COURRIEL -> a.courriel() != null;
    };
  }

  /** Why it waits for an address, when that is not plain; {@code null} when none is known. */
  static String pourquoi(Destinataire a, Canal canal) {
    return canal == Canal.LETTRE && a.aUneAdresse() && !joignable(a, canal) ? BlocAdresse.TROP_LONGUE : null;
  }

  List<Long> garder(List<Ecrit> ecrits) {
    List<Long> ids = new ArrayList<>(ecrits.size());
    for (int i = 0; i < ecrits.size(); i += PAR_ORDRE) {
      ids.addAll(inserer(ecrits.subList(i, Math.min(i + PAR_ORDRE, ecrits.size()))));
    }
    return ids;
  }

  private List<Long> inserer(List<Ecrit> lot) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    return base.sql("""
        insert into courriers.message (modele, version_id, entete_id, personne_id, objet_id, canal, le, etat, etat_depuis, objet, contenu, valeurs, destinataire,
          adresse, code_postal, ville, vers, raison, renvoi_de, agenda, ecrit_par, ecrit_le)
        select m.modele, m.version, m.entete, m.personne, m.objet_id, m.canal, m.le, m.etat, :maintenant, m.objet, m.contenu, m.valeurs::jsonb, m.destinataire,
          m.adresse, m.code_postal, m.ville, m.vers, m.raison, m.renvoi, m.agenda::jsonb, :agent, :maintenant
        from unnest(:modeles::text[], :versions::bigint[], :entetes::bigint[], :personnes::bigint[], :objets_ids::bigint[], :canaux::text[], :jours::date[],
          :etats::text[], :objets::text[], :contenus::text[], :valeurs::text[], :destinataires::text[], :adresses::text[], :codes::text[], :villes::text[],
          :vers::text[], :raisons::text[], :renvois::bigint[], :agendas::text[]) with ordinality
          m(modele, version, entete, personne, objet_id, canal, le, etat, objet, contenu, valeurs, destinataire, adresse, code_postal, ville, vers, raison, renvoi, agenda, rang)
        join allocataires.personne p on p.id = m.personne order by m.rang
        returning id""")
        .param("maintenant", maintenant).param("agent", agentCourant.perimetre().agent())
        .param("modeles", textes(lot, e -> e.demande().modele()))
        .param("versions", lot.stream().map(e -> e.encre().version().versionId()).toArray(Long[]::new))
        .param("entetes", lot.stream().map(e -> e.encre().entete().id()).toArray(Long[]::new))
        .param("personnes", lot.stream().mapToLong(e -> e.a().personneId()).toArray())
        .param("objets_ids", lot.stream().mapToLong(e -> e.demande().objetId()).toArray())
        .param("canaux", textes(lot, e -> e.canal().name())).param("jours", textes(lot, e -> e.demande().date().toString()))
        .param("etats", textes(lot, e -> e.etat().name())).param("objets", textes(lot, e -> e.texte().objet()))
        .param("contenus", textes(lot, e -> e.texte().contenu()))
        .param("valeurs", textes(lot, e -> JSON.writeValueAsString(e.demande().valeurs())))
        .param("destinataires", textes(lot, e -> e.a().surLEnveloppe()))
        .param("adresses", textes(lot, e -> e.canal() == Canal.LETTRE ? e.a().adresse() : null))
        .param("codes", textes(lot, e -> e.canal() == Canal.LETTRE ? e.a().codePostal() : null))
        .param("villes", textes(lot, e -> e.canal() == Canal.LETTRE ? e.a().ville() : null)).param("vers", textes(lot, Ecrit::vers))
        .param("raisons", textes(lot, Ecrit::raison)).param("agendas", textes(lot, e -> e.agenda(maintenant)))
        .param("renvois", lot.stream().map(Ecrit::renvoiDe).toArray(Long[]::new)).query(Long.class).list();
  }

  private static String[] textes(List<Ecrit> lot, Function<Ecrit, String> texte) {
    return lot.stream().map(texte).map(t -> t == null ? null : t.replace("\0", "")).toArray(String[]::new);
  }
}
