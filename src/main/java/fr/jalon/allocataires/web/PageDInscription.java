package fr.jalon.allocataires.web;

import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.lecture.FichesRessemblantes.Ressemblante;
import fr.jalon.ecran.Refus;
import fr.jalon.structures.Commune;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The form that registers a person.
 *
 * @param communes   where she may live
 * @param suiveurs   who may follow her
 * @param semblables records that may be hers, to be looked at before she is registered; empty when there is none
 * @param refus      what was refused of it
 */
public record PageDInscription(FormulaireDInscription formulaire, PublicsHorsRsa publics, List<Commune> communes,
    List<SuiveurPossible.Groupe> suiveurs, List<Ressemblante> semblables, LocalDate aujourdhui, Refus refus) {
  /** Numbers of those shown, as the form says them back. */
  public String vues() {
    return semblables.stream().map(s -> String.valueOf(s.id())).collect(Collectors.joining(","));
  }

  /** Its fields of identity. */
  public FormulaireDIdentite identite() {
    FormulaireDInscription f = formulaire;
    return new FormulaireDIdentite(f.civilite(), f.nom(), f.prenom(), f.nomNaissance(), f.naissance(), f.lignes(), f.codePostal(), f.commune());
  }

  /** What an agent knows of one at a glance. */
  public String situation(Ressemblante r) {
    String suivie = r.publics().isEmpty() ? "" : "suivie hors RSA : " + r.publics().stream().map(publics::libelle).collect(Collectors.joining(", "));
    return r.auRsa() ? suivie.isEmpty() ? "Au RSA" : "Au RSA, et " + suivie : suivie.isEmpty() ? "N'est pas au RSA" : "N'est pas au RSA, " + suivie;
  }
}
