package fr.jalon.courriers.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers.Manque;
import fr.jalon.courriers.Demande;
import fr.jalon.courriers.domaine.Destinataire;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the reminders of who became reachable after her appointment was told, with what she was told then, set right by what is true today. */
@Service
public class CompleterDesMessages {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<Canal> RAPIDES = EnumSet.of(Canal.SMS, Canal.COURRIEL);
  private final JdbcClient base;
  private final Destinataires destinataires;
  private final EcrireDesMessages ecrire;

  CompleterDesMessages(JdbcClient base, Destinataires destinataires, EcrireDesMessages ecrire) {
    this.base = base;
    this.destinataires = destinataires;
    this.ecrire = ecrire;
  }

  /** What was told last about an object; told again to another address, it is the same thing. */
  private record Dit(long messageId, Map<String, String> valeurs) {}

  /** A message that is there. */
  private record Ecrit(long objetId, LocalDate le, Canal canal) {}

  /** See {@link fr.jalon.courriers.Courriers#completer}. @return how many were written */
  @Transactional
  public int executer(String modele, Collection<String> deja, List<Manque> manques) {
    Map<Long, Destinataire> personnes = destinataires.lire(manques.stream().map(Manque::personneId).distinct().toList());
    long[] objets = manques.stream().filter(m -> personnes.containsKey(m.personneId())).mapToLong(Manque::objetId).distinct().toArray();
    Map<Long, Dit> dits = dits(deja, objets);
    Set<Ecrit> ecrits = ecrits(modele, objets, dits);
    List<Demande> demandes = new ArrayList<>();
    for (Manque m : manques) {
      Dit dit = dits.get(m.objetId());
      Set<Canal> canaux = EnumSet.noneOf(Canal.class);
      for (Canal c : RAPIDES) {
        if (dit != null && EcrireDesMessages.joignable(personnes.get(m.personneId()), c) && !ecrits.contains(new Ecrit(m.objetId(), m.le(), c))) {
          canaux.add(c);
        }
      }
      if (!canaux.isEmpty()) {
        Map<String, String> valeurs = new HashMap<>(dit.valeurs());
        valeurs.putAll(m.valeurs());
        demandes.add(new Demande(modele, m.personneId(), m.objetId(), m.le(), valeurs, canaux));
      }
    }
    return demandes.isEmpty() ? 0 : ecrire.executer(demandes).size();
  }

  private Map<Long, Dit> dits(Collection<String> deja, long[] objets) {
    Map<Long, Dit> dits = new HashMap<>();
    base.sql("""
        select distinct on (objet_id) objet_id, id, valeurs::text as valeurs from courriers.message
        where modele = any(:deja::text[]) and objet_id = any(:objets::bigint[]) and renvoi_de is null order by objet_id, id desc""").param("deja", deja.toArray(String[]::new)).param("objets", objets)
        .query((RowCallbackHandler) l -> dits.put(l.getLong("objet_id"),
            new Dit(l.getLong("id"), JSON.readValue(l.getString("valeurs"), new TypeReference<Map<String, String>>() { }))));
    return dits;
  }

  private Set<Ecrit> ecrits(String modele, long[] objets, Map<Long, Dit> dits) {
    Set<Ecrit> ecrits = new HashSet<>();
    base.sql("select id, objet_id, le, canal from courriers.message where modele = :modele and objet_id = any(:objets::bigint[])")
        .param("modele", modele).param("objets", objets)
        .query((RowCallbackHandler) l -> {
          Dit dit = dits.get(l.getLong("objet_id"));
          // what was given up because the appointment moved spoke of the one before
          if (dit != null && l.getLong("id") > dit.messageId()) {
            ecrits.add(new Ecrit(l.getLong("objet_id"), l.getObject("le", LocalDate.class), Canal.valueOf(l.getString("canal"))));
          }
        });
    return ecrits;
  }
}
