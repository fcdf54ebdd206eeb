package fr.jalon.handicap.web;

import fr.jalon.allocataires.PersonneVisible;
import fr.jalon.allocataires.PersonneVisible.Identite;
import fr.jalon.ecran.Fiche;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Versions;
import fr.jalon.handicap.application.DemanderLesPapiers;
import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.lecture.DossierMdph;
import fr.jalon.handicap.lecture.DossiersDUnePersonne;
import fr.jalon.handicap.lecture.DroitTenu;
import fr.jalon.papiers.application.GenresDePapier;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.DejaVu;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.FormulaireDejaServi;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of the disability files of a person: as it is, and as it says no. */
@Component
class ComposerLaPageMdph {
  /** What is compared before the papers of a file are saved. */
  static final Fiche CONSTITUTION = Fiche.de("DOSSIER_MDPH", "ce dossier").sansAuteur()
      .champ("droits", "Droits demandés", d -> DroitMdph.valueOf(d).court()).champ("aide", "Qui l'aide", a -> AideAuDossier.valueOf(a).libelle())
      .champ("formulaireLe", "Formulaire").champ("certificatLe", "Certificat médical").champ("identiteLe", "Pièce d'identité")
      .champ("domicileLe", "Justificatif de domicile");
  private final DossiersDUnePersonne dossiers;
  private final PersonneVisible personnes;
  private final PapiersDUnePersonne papiers;
  private final GenresDePapier genres;
  private final Structures structures;
  private final Parametres parametres;
  private final Versions versions;
  private final Regard regard;
  private final Clock horloge;

  ComposerLaPageMdph(DossiersDUnePersonne dossiers, PersonneVisible personnes, PapiersDUnePersonne papiers, GenresDePapier genres,
      Structures structures, Parametres parametres, Versions versions, Regard regard, Clock horloge) {
    this.dossiers = dossiers;
    this.personnes = personnes;
    this.papiers = papiers;
    this.genres = genres;
    this.structures = structures;
    this.parametres = parametres;
    this.versions = versions;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What was typed in the form that was refused. */
  record Saisie(String quoi, FormulaireMdph courte, FormulaireDeConstitution constitution, FormulaireDeReponses reponses) {
    static final Saisie AUCUNE = new Saisie("", null, null, null);
  }

  /** @throws ResponseStatusException 404 when the agent may not see her */
  String montrer(long personne, Model modele) {
    return composer(personnes.de(personne).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), Saisie.AUCUNE, Refus.AUCUN, modele);
  }

  /** The same, one form open with what was typed; of who left the agent's perimeter meanwhile, nothing but why. */
  String refuser(long personne, Saisie s, RefusMetier refus, Model modele) {
    Optional<Identite> qui = personnes.de(personne);
    if (qui.isEmpty()) {
      modele.addAttribute(Refus.CLE, Refus.de(refus));
      return "handicap/partie";
    }
    Saisie neuve = refus instanceof FormulaireDejaServi && s.courte() != null
        ? new Saisie(s.quoi(), s.courte().sousUneAutreCle(), s.constitution(), s.reponses()) : s;
    return composer(qui.get(), neuve, Refus.de(refus, champ -> champ + "-" + s.quoi()), modele);
  }

  private String composer(Identite qui, Saisie s, Refus refus, Model modele) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<DossierMdph> tous = dossiers.tous(qui.id(), aujourdhui);
    LocalDate bientot = aujourdhui.plusMonths(parametres.mois("handicap.renouveler_avant", aujourdhui)).plusDays(1);
    List<DroitTenu> droits = dossiers.droits(tous, aujourdhui);
    String departement = structures.departementConnu().map(Departement::code).orElse("");
    FormulaireMdph neuf = FormulaireMdph.vide(aujourdhui, departement, droits.stream().filter(d -> d.finitAvant(bientot) && !d.renouvele())
        .map(DroitTenu::droit).toList());
    boolean litLesPapiers = regard.peut("PAPIERS");
    Map<Long, Versions.EnFormulaire> portees = new HashMap<>();
    tous.forEach(d -> portees.put(d.id(), versions.enFormulaire(CONSTITUTION, d.id(), FormulaireDeConstitution.de(d.constitution()))));
    modele.addAttribute("page", new PageMdph(qui, tous, droits, aujourdhui, bientot, litLesPapiers ? montres(qui.id(), aujourdhui) : Map.of(),
        new PageMdph.Peut(litLesPapiers, regard.peut("REORIENTATIONS"), regard.peut("DIAGNOSTICS")), s.quoi(), s.courte(), neuf, s.constitution(),
        portees, s.reponses() == null ? FormulaireDeReponses.vide() : s.reponses(), refus));
    return "handicap/personne";
  }

  private Map<String, DejaVu> montres(long personneId, LocalDate aujourdhui) {
    Map<String, DejaVu> montres = new HashMap<>();
    DemanderLesPapiers.GENRES.forEach(code -> genres.genre(code).flatMap(g -> papiers.dejaVu(personneId, g, aujourdhui))
        .ifPresent(vu -> montres.put(code, vu)));
    return montres;
  }
}
