package fr.jalon.echanges.tableur.application;

import fr.jalon.accompagnement.application.ReprendreDesContacts;
import fr.jalon.accompagnement.domaine.NouveauContact;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeContact;
import fr.jalon.echanges.tableur.domaine.LectureDeContact.ContactLu;
import fr.jalon.ecran.Francais;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts of before: many for one person, each once. */
@Component
class RepriseDeContacts implements Repreneur<ContactLu> {
  private static final String CONTACT = "contact";
  private final ReprendreDesContacts reprendre;
  private final PersonnesRetrouvees personnes;
  private final Structures structures;
  private final JdbcClient base;

  RepriseDeContacts(ReprendreDesContacts reprendre, PersonnesRetrouvees personnes, Structures structures, JdbcClient base) {
    this.reprendre = reprendre;
    this.personnes = personnes;
    this.structures = structures;
    this.base = base;
  }

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.CONTACTS;
  }

  @Override
  public ContactLu lire(Cases cases, LocalDate aujourdhui) {
    return LectureDeContact.lire(cases, aujourdhui);
  }

  /** What is noted already. @param dit words of one taken over, {@code null} for one noted here: of a day and a kind, that one is the one */
  private record Note(long personneId, LocalDate le, String genre, String dit) {}

  @Override
  public void confronter(List<RangeeReprise<ContactLu>> rangees) {
    personnes.chercher(rangees);
    List<RangeeReprise<ContactLu>> trouvees = rangees.stream().filter(r -> r.personneId != null).toList();
    Set<Note> notes = notes(trouvees.stream().map(r -> r.personneId).distinct().toList());
    Map<Long, Integer> suivies = suivies(trouvees);
    Annuaire annuaire = annuaire();
    Map<Note, Integer> vues = new HashMap<>();
    for (RangeeReprise<ContactLu> r : trouvees) {
      NouveauContact c = r.chose.contact();
      r.cases.exiger(r.naissance == null || !c.le().isBefore(r.naissance), Champ.CONTACT_LE, "Elle n'était pas née ce jour-là : vérifiez l'année.");
      r.cases.exiger(r.chose.tenuPar() == null || annuaire.tenant(r.chose.tenuPar()).isPresent(), Champ.TENU_PAR,
          "Jalon ne connaît pas « " + r.chose.tenuPar() + " », ou plusieurs référents portent ce nom : écrivez son courriel, ou videz la case.");
      Note elle = new Note(r.personneId, c.le(), c.genre().name(), c.dit());
      Integer autre = r.juste() ? vues.putIfAbsent(elle, r.ligne.rang()) : null;
      if (autre != null) {
        r.dejaLa = "Ce contact est déjà à la ligne " + autre + ".";
      } else if (notes.contains(new Note(r.personneId, c.le(), c.genre().name(), null)) || notes.contains(elle)) {
        r.dejaLa = "Ce contact du " + Francais.date(c.le()) + " est déjà dans Jalon.";
      } else if (!suivies.containsKey(r.personneId)) {
        r.remarque = "Personne ne la suit aujourd'hui : ce contact reste dans son dossier.";
      }
    }
  }

  private Set<Note> notes(List<Long> ids) {
    return new HashSet<>(base.sql("""
        select personne_id, le, genre, case when repris_de is not null then dit end as dit from accompagnement.contact
        where personne_id = any (?) and retire_le is null""").param(ids.toArray(Long[]::new))
        .query((l, _) -> new Note(l.getLong("personne_id"), l.getObject("le", LocalDate.class), l.getString("genre"), l.getString("dit"))).list());
  }

  /** Who follows each of them today. */
  private Map<Long, Integer> suivies(List<? extends RangeeReprise<?>> rangees) {
    Map<Long, Integer> suivies = new HashMap<>();
    base.sql("select personne_id, organisation_id from accompagnement.suivie where personne_id = any (?)")
        .param(rangees.stream().map(r -> r.personneId).distinct().toArray(Long[]::new))
        .query((RowCallbackHandler) l -> suivies.put(l.getLong(1), (Integer) l.getObject(2)));
    return suivies;
  }

  private Annuaire annuaire() {
    return new Annuaire(structures.organisations(), structures.referents());
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<ContactLu>> rangees) {
    Annuaire annuaire = annuaire();
    Map<Long, Integer> suivies = suivies(rangees);
    List<ReprendreDesContacts.Contact> contacts = new ArrayList<>();
    for (RangeeReprise<ContactLu> r : rangees) {
      NouveauContact c = r.chose.contact();
      Referent tenant = r.chose.tenuPar() == null ? null : annuaire.tenant(r.chose.tenuPar()).orElseThrow();
      contacts.add(new ReprendreDesContacts.Contact(r.personneId, c.le(), c.genre(), c.presence(), null, c.minutes(), c.dit(), c.decide(),
          tenant == null ? null : tenant.id(), tenant == null ? suivies.get(r.personneId) : Integer.valueOf(tenant.organisationId())));
    }
    List<Long> ids = reprendre.reprendre(contacts, t.fichier());
    for (int i = 0; i < ids.size(); i++) {
      rangees.get(i).cree = Map.of(CONTACT, ids.get(i));
    }
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    Set<Long> restent = reprendre.defaire(ecrites.stream().map(e -> e.cree().get(CONTACT)).toList());
    return ecrites.stream().filter(e -> restent.contains(e.cree().get(CONTACT)))
        .collect(Collectors.toMap(Ecrite::rang, _ -> "un agent a dit depuis pourquoi ce contact est retiré"));
  }
}
