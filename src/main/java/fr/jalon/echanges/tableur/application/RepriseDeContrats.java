package fr.jalon.echanges.tableur.application;

import fr.jalon.ecran.Francais;
import fr.jalon.echanges.tableur.domaine.Cases;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.echanges.tableur.domaine.LectureDeContrat;
import fr.jalon.echanges.tableur.domaine.LectureDeContrat.ContratLu;
import fr.jalon.engagement.application.ReprendreDesContrats;
import fr.jalon.engagement.application.ReprendreDesContrats.Contrat;
import fr.jalon.engagement.application.ReprendreDesContrats.Deja;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Contracts in force of before: one for a person who is followed and has none. */
@Component
class RepriseDeContrats implements Repreneur<ContratLu> {
  private static final String CONTRAT = "contrat";
  private final ReprendreDesContrats reprendre;
  private final PersonnesRetrouvees personnes;

  RepriseDeContrats(ReprendreDesContrats reprendre, PersonnesRetrouvees personnes) {
    this.reprendre = reprendre;
    this.personnes = personnes;
  }

  @Override
  public GenreDeTableur genre() {
    return GenreDeTableur.CONTRATS;
  }

  @Override
  public ContratLu lire(Cases cases, LocalDate aujourdhui) {
    return LectureDeContrat.lire(cases, aujourdhui);
  }

  @Override
  public void confronter(List<RangeeReprise<ContratLu>> rangees) {
    personnes.chercher(rangees);
    List<RangeeReprise<ContratLu>> trouvees = rangees.stream().filter(r -> r.personneId != null).toList();
    Map<Long, Deja> deja = reprendre.deja(trouvees.stream().map(r -> r.personneId).distinct().toList());
    Map<Long, Integer> vues = new HashMap<>();
    for (RangeeReprise<ContratLu> r : trouvees) {
      Deja elle = deja.get(r.personneId);
      LocalDate signe = r.chose.signeLe();
      r.cases.exiger(elle != null, Champ.NOM, "Personne ne la suit aujourd'hui : un contrat est celui d'un suivi. Orientez-la d'abord.");
      r.cases.exiger(elle == null || signe == null || !signe.isBefore(elle.notifieLe()), Champ.CONTRAT_SIGNE_LE, elle == null ? ""
          : "Signé avant le suivi d'aujourd'hui, qui date du " + Francais.date(elle.notifieLe()) + " : ce contrat est à refaire avec son référent.");
      Integer autre = r.juste() ? vues.putIfAbsent(r.personneId, r.ligne.rang()) : null;
      if (autre != null) {
        r.dejaLa = "Elle a déjà un contrat à la ligne " + autre + " : une personne n'en a qu'un à la fois.";
      } else if (elle != null && elle.ouvert()) {
        r.dejaLa = "Elle a déjà un contrat dans Jalon.";
      }
    }
  }

  @Override
  public void ecrire(Tableur t, List<RangeeReprise<ContratLu>> rangees) {
    List<Long> ids = reprendre.reprendre(rangees.stream().map(r -> new Contrat(r.personneId, r.chose.depuis(), r.chose.jusquAu(), r.chose.signeLe(),
        r.chose.intensite(), r.chose.objectifs(), r.chose.heures())).toList(), t.fichier());
    for (int i = 0; i < ids.size(); i++) {
      rangees.get(i).cree = Map.of(CONTRAT, ids.get(i));
    }
  }

  @Override
  public Map<Integer, String> defaire(Collection<Ecrite> ecrites) {
    Set<Long> restent = reprendre.defaire(ecrites.stream().map(e -> e.cree().get(CONTRAT)).toList());
    return ecrites.stream().filter(e -> restent.contains(e.cree().get(CONTRAT)))
        .collect(Collectors.toMap(Ecrite::rang, _ -> "un agent a changé ce contrat, ou dit ce qui est atteint, depuis"));
  }
}
