package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Destinataire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes again, in place, what waits to leave and says what is no longer true: same number, same day, same address, the texts of the model in
 * force. A letter in a batch is printed, or about to be: it is not touched.
 */
@Service
public class CorrigerDesMessages {
  private static final int PAR_ORDRE = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient base;
  private final Destinataires destinataires;
  private final Redaction redaction;
  private final RegistreDesMessages registre;

  CorrigerDesMessages(JdbcClient base, Destinataires destinataires, Redaction redaction, RegistreDesMessages registre) {
    this.base = base;
    this.destinataires = destinataires;
    this.redaction = redaction;
    this.registre = registre;
  }

  private record Attente(long id, String modele, long personneId, String canal, LocalDate le, String valeurs) {}

  private record Recrit(long id, Redaction.Encre encre, Redaction.Redige texte, String valeurs) {}

  /** See {@link fr.jalon.courriers.Courriers#corriger}. @return how many were written again */
  @Transactional
  public int executer(Collection<String> modeles, Collection<Long> objets, Map<String, String> valeurs, String motif) {
    List<Attente> attentes = base.sql("""
        select m.id, m.modele, m.personne_id, m.canal, m.le, m.valeurs::text as valeurs from courriers.message m
        where m.modele = any(:modeles::text[]) and m.objet_id = any(:objets::bigint[]) and m.etat in ('A_ENVOYER', 'SANS_ADRESSE')
          and not m.valeurs @> :valeurs::jsonb order by m.id for update""")
        .param("modeles", modeles.toArray(String[]::new)).param("objets", objets.stream().mapToLong(Long::longValue).toArray())
        .param("valeurs", JSON.writeValueAsString(valeurs)).query(Attente.class).list();
    if (attentes.isEmpty()) {
      return 0;
    }
    Map<Long, Destinataire> personnes = destinataires.lire(attentes.stream().map(Attente::personneId).distinct().toList());
    Map<String, Redaction.Encre> encres = new HashMap<>();
    List<Recrit> recrits = new ArrayList<>();
    for (Attente a : attentes) {
      Destinataire p = personnes.get(a.personneId());
      if (p != null) {
        Map<String, String> toutes = new HashMap<>(JSON.readValue(a.valeurs(), new TypeReference<Map<String, String>>() { }));
        toutes.putAll(valeurs);
        Redaction.Encre encre = encres.computeIfAbsent(a.modele(), redaction::preparer);
        recrits.add(new Recrit(a.id(), encre, redaction.rediger(encre, Canal.valueOf(a.canal()), p, a.le(), toutes),
            JSON.writeValueAsString(toutes)));
      }
    }
    for (int i = 0; i < recrits.size(); i += PAR_ORDRE) {
      garder(recrits.subList(i, Math.min(i + PAR_ORDRE, recrits.size())), motif);
    }
    return recrits.size();
  }

  private void garder(List<Recrit> lot, String motif) {
    long[] ids = lot.stream().mapToLong(Recrit::id).toArray();
    base.sql("""
        update courriers.message x set version_id = u.version, entete_id = u.entete, objet = u.objet, contenu = u.contenu, valeurs = u.valeurs::jsonb
        from unnest(:ids::bigint[], :versions::bigint[], :entetes::bigint[], :objets::text[], :contenus::text[], :valeurs::text[])
          u(id, version, entete, objet, contenu, valeurs) where x.id = u.id""")
        .param("ids", ids).param("versions", lot.stream().map(r -> r.encre().version().versionId()).toArray(Long[]::new))
        .param("entetes", lot.stream().map(r -> r.encre().entete().id()).toArray(Long[]::new)).param("objets", textes(lot, r -> r.texte().objet()))
        .param("contenus", textes(lot, r -> r.texte().contenu())).param("valeurs", textes(lot, Recrit::valeurs)).update();
    registre.noter(ids, motif);
  }

  private static String[] textes(List<Recrit> lot, Function<Recrit, String> texte) {
    return lot.stream().map(texte).map(t -> t == null ? null : t.replace("\0", "")).toArray(String[]::new);
  }
}
