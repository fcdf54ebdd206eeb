package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.PersonnesProches.Ecrite;
import fr.jalon.allocataires.PersonnesProches.Proche;
import fr.jalon.allocataires.PersonnesProches;
import fr.jalon.echanges.tableur.application.PersonnesConnues.Connue;
import fr.jalon.echanges.tableur.application.PersonnesConnues.Trouvee;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.Chiffrement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds, among the persons the agent may see, whom each row speaks of: by her numbers, as the spreadsheet of persons does; else by her name, first
 * name and birth date when one person alone bears them. Of somebody out of the perimeter nothing is said, not even that she is known.
 */
@Component
class PersonnesRetrouvees {
  private static final String INCONNUE = "Jalon ne connaît pas cette personne, ou elle n'est pas dans ce que vous pouvez consulter : vérifiez son "
      + "nom et sa date de naissance, ou faites d'abord entrer les personnes.";
  private static final int PROPOSEES = 3;
  private final JdbcClient base;
  private final JdbcClient proprietaire;
  private final Chiffrement chiffrement;
  private final PersonnesProches proches;

  PersonnesRetrouvees(JdbcClient base, @Qualifier("chargement") JdbcClient proprietaire, Chiffrement chiffrement,
      PersonnesProches proches) {
    this.proches = proches;
    this.base = base;
    this.proprietaire = proprietaire;
    this.chiffrement = chiffrement;
  }

  /** Says on each row who she is, or why nobody is found. Inside a transaction of the agent. */
  void chercher(List<? extends RangeeReprise<?>> rangees) {
    List<PersonneLue> lues = rangees.stream().map(r -> r.personne).toList();
    PersonnesConnues connues = new PersonnesConnues(proprietaire, chiffrement);
    connues.charger(lues);
    Map<RangeeReprise<?>, Trouvee> trouvees = new HashMap<>();
    rangees.forEach(r -> trouvees.put(r, connues.trouver(r.personne)));
    Map<Long, LocalDate> visibles = visibles(trouvees.values().stream().flatMap(t -> Stream.of(t.visee() == null ? t.connue() : t.visee()))
        .filter(Objects::nonNull).map(Connue::id).toList());
    Map<LocalDate, List<Connue>> parNaissance = parNaissance(lues.stream().map(PersonneLue::naissance).filter(Objects::nonNull).distinct().toList());
    List<RangeeReprise<?>> inconnues = new ArrayList<>();
    for (RangeeReprise<?> r : rangees) {
      Trouvee t = trouvees.get(r);
      if (t.refus() != null) {
        r.cases.refuser(Champ.NOM, t.visee() == null || visibles.containsKey(t.visee().id()) ? t.refus() : INCONNUE);
      } else if (t.connue() == null) {
        parSonNom(r, parNaissance, inconnues);
      } else if (visibles.containsKey(t.connue().id())) {
        r.personneId = t.connue().id();
        r.naissance = visibles.get(t.connue().id());
      } else {
        r.cases.refuser(Champ.NOM, INCONNUE);
      }
    }
    proposer(inconnues);
  }

  private static void parSonNom(RangeeReprise<?> r, Map<LocalDate, List<Connue>> parNaissance, List<RangeeReprise<?>> inconnues) {
    LocalDate naissance = r.personne.naissance();
    List<Connue> elles = naissance == null ? List.of() : parNaissance.getOrDefault(naissance, List.of()).stream()
        .filter(c -> PersonnesConnues.nomEtPrenom(r.personne, c)).toList();
    if (elles.size() == 1) {
      r.personneId = elles.getFirst().id();
      r.naissance = naissance;
    } else if (elles.size() > 1) {
      r.cases.refuser(Champ.NOM, "Plusieurs personnes portent ce nom et sont nées ce jour-là : ajoutez son NIR, ou son numéro de demande ou "
          + "d'allocataire, pour dire laquelle.");
    } else if (naissance != null) {
      inconnues.add(r);
    } else {
      r.cases.refuser(Champ.NOM, "Ni son numéro ni sa date de naissance ne disent qui elle est : complétez sa date de naissance, "
          + "ou son numéro de demande ou d'allocataire.");
    }
  }

  /** Nobody bears that name and was born that day: those who nearly do are named, a birth date is easily mistyped. */
  private void proposer(List<RangeeReprise<?>> inconnues) {
    List<List<Proche>> proches = inconnues.isEmpty() ? List.of() : this.proches.de(inconnues.stream().map(r -> r.personne)
        .map(p -> new Ecrite(p.nom(), p.nomNaissance(), p.prenom(), p.naissance())).toList());
    for (int i = 0; i < inconnues.size(); i++) {
      RangeeReprise<?> r = inconnues.get(i);
      List<Proche> siennes = proches.get(i).stream().limit(PROPOSEES).toList();
      if (siennes.isEmpty()) {
        r.cases.refuser(Champ.NOM, INCONNUE);
      } else {
        boolean memeJour = siennes.stream().anyMatch(s -> r.personne.naissance().equals(s.naissance()));
        r.cases.refuser(memeJour ? Champ.NOM : Champ.NAISSANCE, "Jalon ne connaît pas cette personne écrite ainsi. Est-ce " + siennes.stream()
            .map(s -> Francais.personne(s.nom(), s.prenom()) + ", naissance le " + Francais.date(s.naissance())).collect(Collectors.joining(", ou "))
            + " ? Si oui, corrigez la ligne ; sinon faites d'abord entrer cette personne.");
      }
    }
  }

  /** Birth dates of those, among these, whom the agent may see. */
  private Map<Long, LocalDate> visibles(List<Long> ids) {
    Map<Long, LocalDate> visibles = new HashMap<>();
    base.sql("select id, date_naissance from allocataires.personne where id = any (?)").param(ids.toArray(Long[]::new))
        .query((RowCallbackHandler) l -> visibles.put(l.getLong(1), l.getObject(2, LocalDate.class)));
    return visibles;
  }

  private Map<LocalDate, List<Connue>> parNaissance(List<LocalDate> jours) {
    Map<LocalDate, List<Connue>> elles = new HashMap<>();
    base.sql("""
        select id, nom, nom_naissance, prenom, date_naissance from allocataires.personne where fusionnee_dans is null and date_naissance = any (?::date[])""")
        .param(jours.stream().map(LocalDate::toString).toArray(String[]::new))
        .query((RowCallbackHandler) l -> elles.computeIfAbsent(l.getObject("date_naissance", LocalDate.class), _ -> new ArrayList<>())
            .add(new Connue(l.getLong("id"), l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"),
                l.getObject("date_naissance", LocalDate.class), null, false, null, List.of())));
    return elles;
  }
}
