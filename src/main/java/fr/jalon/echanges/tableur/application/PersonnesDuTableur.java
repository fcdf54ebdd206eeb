package fr.jalon.echanges.tableur.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons a spreadsheet created or changed, when it is undone: what holds them. In the transaction that undoes (owner's door). */
@Component
class PersonnesDuTableur {
  private final JdbcClient base;

  PersonnesDuTableur(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /** Why each of these persons, created by this import, may no longer go; those who may are not in it. */
  Map<Long, String> tenues(long importId, Collection<Long> ids) {
    Long[] tous = ids.toArray(Long[]::new);
    Map<Long, String> tenues = new HashMap<>();
    base.sql("""
        select p.id, case
            when p.import_id is distinct from :import or exists (select from allocataires.identite_precedente i where i.personne_id = p.id) then 'son identité a changé depuis'
            when p.fusionnee_dans is not null or exists (select from allocataires.fusion u where p.id in (u.conservee, u.absorbee)) then 'elle a été réunie à une autre fiche'
            when exists (select from allocataires.doublon d where p.id in (d.personne_a, d.personne_b) and d.etat <> 'A_EXAMINER') then 'un agent a tranché un doublon possible'
            when exists (select from allocataires.membre m where m.personne_id = p.id and m.import_id <> :import) then 'un autre fichier l''a fait connaître depuis'
            when exists (select from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id where m.personne_id = p.id and f.import_id is distinct from :import)
              then 'elle a rejoint un foyer déjà connu'
            when exists (select from allocataires.membre m join allocataires.droit d on d.foyer_id = m.foyer_id where m.personne_id = p.id and d.import_id <> :import)
              or exists (select from allocataires.membre m join allocataires.adresse d on d.foyer_id = m.foyer_id where m.personne_id = p.id and d.import_id <> :import)
              then 'un autre fichier a changé son foyer'
          end as raison
        from allocataires.personne p where p.id = any (:tous)""").param("import", importId).param("tous", tous).query((RowCallbackHandler) l -> {
          if (l.getString(2) != null) {
            tenues.put(l.getLong(1), l.getString(2));
          }
        });
    base.sql("select personne, string_agg(quoi, ', ' order by quoi) from allocataires.tenu_ailleurs(?) group by personne").param(tous)
        .query((RowCallbackHandler) l -> tenues.putIfAbsent(l.getLong(1), "on tient déjà sur elle : " + l.getString(2)));
    return tenues;
  }

  /** Those of the first who share a foyer with one of the second. */
  Set<Long> vivantAvec(Collection<Long> uns, Collection<Long> autres) {
    return new HashSet<>(base.sql("""
        select distinct a.personne_id from allocataires.membre a join allocataires.membre b on b.foyer_id = a.foyer_id
        where a.personne_id = any (?) and b.personne_id = any (?)""").params(uns.toArray(Long[]::new), autres.toArray(Long[]::new)).query(Long.class).list());
  }

  /** Those whose right, address, place or identity this import changed too. */
  Set<Long> situationChangee(long importId, Collection<Long> ids) {
    return new HashSet<>(base.sql("""
        select distinct m.personne_id from allocataires.membre m where m.personne_id = any (:tous) and (m.import_id = :import
          or exists (select from allocataires.droit d where d.foyer_id = m.foyer_id and d.import_id = :import)
          or exists (select from allocataires.adresse d where d.foyer_id = m.foyer_id and d.import_id = :import)
          or exists (select from allocataires.personne p where p.id = m.personne_id and p.import_id = :import))""")
        .param("tous", ids.toArray(Long[]::new)).param("import", importId).query(Long.class).list());
  }

  /** How each is reached now. */
  Map<Long, Contacts> contacts(Collection<Long> ids) {
    Map<Long, Contacts> contacts = new HashMap<>();
    base.sql("select id, telephone, courriel, identifiant_ft from allocataires.personne where id = any (?) for update")
        .param(ids.toArray(Long[]::new))
        .query((RowCallbackHandler) l -> contacts.put(l.getLong(1), new Contacts(l.getString(2), l.getString(3), l.getString(4))));
    return contacts;
  }
}
