package fr.jalon.orientation.web;

import fr.jalon.orientation.lecture.PersonnesAConvoquer;
import fr.jalon.rendezvous.domaine.RepartitionEnSessions.Proposee;
import fr.jalon.rendezvous.domaine.SessionOuverte;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is proposed to a list of persons, or what the agent made of it.
 *
 * @param refus    reason by person, after a refusal
 * @param laissees persons of the list beyond what one page takes
 */
public record PageDeConvocation(List<Ligne> lignes, List<Remplie> sessions, FormulaireDeConvocation formulaire, Map<Long, String> refus,
    String erreur, int laissees) {

  /** A person. @param choisie the value of her choice; @param proposee the value proposed */
  public record Ligne(PersonnesAConvoquer.Ligne personne, Proposee proposee, String choisie, String valeurProposee) {
    /** True when the agent chose otherwise. */
    public boolean changee() {
      return !choisie.equals(valeurProposee);
    }
  }

  /** A session of this list. @param ajoutees persons of the list who would go; @param enAttente those who would wait */
  public record Remplie(SessionOuverte session, int ajoutees, int enAttente) {
    /** True when the list holds more than its places. */
    public boolean depasse() {
      return ajoutees > session.places();
    }
  }

  static PageDeConvocation de(List<PersonnesAConvoquer.Ligne> personnes, List<Proposee> proposees, FormulaireDeConvocation f, Map<Long, String> refus,
      String erreur, int laissees) {
    Map<Long, FormulaireDeConvocation.Voulue> choisies = f.choisies();
    List<Ligne> lignes = new ArrayList<>();
    Map<Long, int[]> comptes = new TreeMap<>();
    Map<Long, SessionOuverte> sessions = new TreeMap<>();
    for (int i = 0; i < personnes.size(); i++) {
      Proposee p = proposees.get(i);
      long id = p.personne().id();
      p.autres().forEach(s -> sessions.put(s.id(), s));
      FormulaireDeConvocation.Voulue voulue = choisies.containsKey(id) ? choisies.get(id)
          : p.session() == null ? null : new FormulaireDeConvocation.Voulue(p.session().id(), p.enAttente());
      if (voulue != null) {
        comptes.computeIfAbsent(voulue.session(), _ -> new int[2])[voulue.enAttente() ? 1 : 0]++;
      }
      lignes.add(new Ligne(personnes.get(i), p, valeur(id, voulue),
          valeur(id, p.session() == null ? null : new FormulaireDeConvocation.Voulue(p.session().id(), p.enAttente()))));
    }
    List<Remplie> remplies = comptes.entrySet().stream().filter(e -> sessions.containsKey(e.getKey()))
        .map(e -> new Remplie(sessions.get(e.getKey()), e.getValue()[0], e.getValue()[1]))
        .sorted(java.util.Comparator.comparing((Remplie r) -> r.session().jour()).thenComparing(r -> r.session().debut())
        .thenComparing(r -> r.session().id())).toList();
    return new PageDeConvocation(List.copyOf(lignes), remplies, f, refus, erreur, laissees);
  }

  /** {@code 12:34}, {@code 12:34:A} or {@code 12:}. */
  public static String valeur(long personne, FormulaireDeConvocation.Voulue voulue) {
    return personne + ":" + (voulue == null ? "" : voulue.session() + (voulue.enAttente() ? ":A" : ""));
  }

  /** Persons who have a session or a waiting list. */
  public long placees() {
    return lignes.stream().filter(l -> !l.choisie().endsWith(":")).count();
  }

  /** Those on a waiting list. */
  public long enAttente() {
    return lignes.stream().filter(l -> Objects.toString(l.choisie()).endsWith(":A")).count();
  }
}
