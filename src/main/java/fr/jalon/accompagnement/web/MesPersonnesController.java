package fr.jalon.accompagnement.web;

import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes.Onglet;
import fr.jalon.accompagnement.application.SortirDIntensif;
import fr.jalon.accompagnement.lecture.FiltresDeMesPersonnes;
import fr.jalon.accompagnement.lecture.LeRythme;
import fr.jalon.accompagnement.lecture.ListeDeMesPersonnes.Qui;
import fr.jalon.accompagnement.lecture.ListeDeMesPersonnes;
import fr.jalon.accompagnement.lecture.PersonneEnFile;
import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.diagnostic.DiagnosticsEnColonnes;
import fr.jalon.diagnostic.FreinsOuverts;
import fr.jalon.ecran.Classeur.Colonne;
import fr.jalon.ecran.Classeur;
import fr.jalon.ecran.EntreeDeMenu;
import fr.jalon.ecran.Liste;
import fr.jalon.ecran.Regard;
import fr.jalon.ecran.Rubrique;
import fr.jalon.ecran.Temoin;
import fr.jalon.orientation.application.Portefeuilles;
import fr.jalon.structures.Structures;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The file of a référent: whom she follows, whom she has not seen, what comes next; and its spreadsheet. */
@Controller
@PreAuthorize("hasAuthority('ACCOMPAGNEMENT')")
class MesPersonnesController {
  /** Persons whose diagnostics are read together. */
  private static final int LOT = 500;
  private final ListeDeMesPersonnes liste;
  private final ReferentRegarde referentRegarde;
  private final LesPas lesPas;
  private final FreinsOuverts freins;
  private final DiagnosticsEnColonnes points;
  private final Portefeuilles portefeuilles;
  private final SortirDIntensif intensif;
  private final Structures structures;
  private final LeRythme rythme;
  private final Temoin temoin;
  private final Regard regard;
  private final Clock horloge;

  MesPersonnesController(ListeDeMesPersonnes liste, ReferentRegarde referentRegarde, LesPas lesPas, FreinsOuverts freins,
      DiagnosticsEnColonnes points,
      Portefeuilles portefeuilles, SortirDIntensif intensif, Structures structures, LeRythme rythme, Temoin temoin, Regard regard,
      Clock horloge) {
    this.liste = liste;
    this.referentRegarde = referentRegarde;
    this.lesPas = lesPas;
    this.freins = freins;
    this.points = points;
    this.portefeuilles = portefeuilles;
    this.intensif = intensif;
    this.structures = structures;
    this.rythme = rythme;
    this.temoin = temoin;
    this.regard = regard;
    this.horloge = horloge;
  }

  @GetMapping("/mes-personnes")
  @Transactional(readOnly = true)
  public String liste(FiltresDeMesPersonnes filtres, Model modele) {
    ReferentRegarde.Regarde regarde = referentRegarde.de(filtres.referent());
    Liste<FiltresDeMesPersonnes, Onglet, PersonneEnFile> page = liste.page(filtres, qui(regarde));
    modele.addAttribute("page", new PageDeMesPersonnes(regarde, referentRegarde.choix(), structures.territoires(), page,
        premiersPas(page.lignes()), freins(page.lignes()),
        regarde.qui() == null ? null : portefeuilles.du(regarde.qui()), exportable(regarde), faitEntrer(regarde),
        rythme.longueDuree(LocalDate.now(horloge))));
    return "accompagnement/mes-personnes";
  }

  /** A référent takes her own file away; that of others is for whoever may export. */
  @GetMapping("/mes-personnes/export")
  void export(FiltresDeMesPersonnes filtres, HttpServletResponse reponse) {
    ReferentRegarde.Regarde regarde = referentRegarde.de(filtres.referent());
    if (!exportable(regarde)) {
      throw new AccessDeniedException("EXPORTS");
    }
    List<PersonneEnFile> lignes = liste.toutes(filtres, qui(regarde));
    Map<Long, PasDuDossier> pas = premiersPas(lignes);
    Map<Long, Integer> ouverts = freins(lignes);
    Classeur.telecharger(reponse, "mes-personnes-" + LocalDate.now(horloge), "Mes personnes", List.of(
        new Colonne<>("Nom", 22, PersonneEnFile::nom),
        new Colonne<>("Prénom", 18, PersonneEnFile::prenom),
        new Colonne<>("Date de naissance", 12, PersonneEnFile::naissance),
        new Colonne<>("Commune", 22, PersonneEnFile::commune),
        new Colonne<>("Territoire", 20, PersonneEnFile::territoire),
        new Colonne<>("Parcours", 20, PersonneEnFile::parcoursEnClair),
        new Colonne<>("Depuis le", 12, PersonneEnFile::notifieLe),
        new Colonne<>("Mois de RSA", 10, PersonneEnFile::mois),
        new Colonne<>("Dernier contact", 12, PersonneEnFile::dernier),
        new Colonne<>("À voir avant le", 12, PersonneEnFile::aVoirAvant),
        new Colonne<>("En portefeuille intensif depuis", 12, PersonneEnFile::intensifDepuis),
        new Colonne<>("Prochain rendez-vous", 12, PersonneEnFile::prevuLe),
        new Colonne<>("Freins ouverts", 10, l -> ouverts == null ? null : ouverts.getOrDefault(l.id(), 0)),
        new Colonne<>("Prochain pas", 44, l -> pas.containsKey(l.id()) ? pas.get(l.id()).quoi() : null),
        new Colonne<>("Organisation", 34, PersonneEnFile::organisation),
        new Colonne<>("Référent", 26, PersonneEnFile::referent)),
        temoin.lignes("Mes personnes : %d personnes".formatted(lignes.size()), lignes.stream()));
  }

  /** The same persons with how their global diagnostics stand, read five hundred at a time as the file leaves. */
  @GetMapping("/mes-personnes/diagnostics")
  @PreAuthorize("hasAuthority('ACCOMPAGNEMENT') and hasAuthority('DIAGNOSTICS')")
  void diagnostics(FiltresDeMesPersonnes filtres, HttpServletResponse reponse) {
    ReferentRegarde.Regarde regarde = referentRegarde.de(filtres.referent());
    if (!exportable(regarde)) {
      throw new AccessDeniedException("EXPORTS");
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<PersonneEnFile> personnes = liste.toutes(filtres, qui(regarde));
    List<Colonne<Diagnostiquee>> colonnes = new ArrayList<>(List.of(
        new Colonne<>("Nom", 22, l -> l.personne().nom()),
        new Colonne<>("Prénom", 18, l -> l.personne().prenom()),
        new Colonne<>("Date de naissance", 12, l -> l.personne().naissance()),
        new Colonne<>("Commune", 22, l -> l.personne().commune()),
        new Colonne<>("Territoire", 20, l -> l.personne().territoire()),
        new Colonne<>("Parcours", 20, l -> l.personne().parcoursEnClair()),
        new Colonne<>("Organisation", 34, l -> l.personne().organisation()),
        new Colonne<>("Référent", 26, l -> l.personne().referent())));
    points.colonnes(aujourdhui, regard.peut("SANTE"))
        .forEach(c -> colonnes.add(new Colonne<>(c.titre(), c.largeur(), l -> c.valeur().apply(l.point()))));
    Stream<Diagnostiquee> lignes = IntStream.iterate(0, i -> i < personnes.size(), i -> i + LOT)
        .mapToObj(i -> personnes.subList(i, Math.min(i + LOT, personnes.size()))).flatMap(lot -> {
          Map<Long, DiagnosticsEnColonnes.Point> dits = points.de(lot.stream().map(PersonneEnFile::id).toList(), aujourdhui);
          return lot.stream().map(p -> new Diagnostiquee(p, dits.get(p.id())));
        });
    Classeur.telecharger(reponse, "diagnostics-" + aujourdhui, "Diagnostics", colonnes,
        temoin.lignes("Mes personnes, diagnostics : %d personnes".formatted(personnes.size()), lignes));
  }

  /** A person, and how she stands. */
  private record Diagnostiquee(PersonneEnFile personne, DiagnosticsEnColonnes.Point point) {}

  private boolean exportable(ReferentRegarde.Regarde regarde) {
    return regarde.moi() || regard.peut("EXPORTS");
  }

  private boolean faitEntrer(ReferentRegarde.Regarde regarde) {
    return regarde.qui() != null && regarde.qui().intensif() && regarde.qui().actif() && regard.peut("INTENSIF") && intensif.tient(regarde.id());
  }

  private static Qui qui(ReferentRegarde.Regarde regarde) {
    return new Qui(regarde.id(), regarde.organisations());
  }

  /** How many freins each has open; {@code null} for an agent who does not read diagnostics. */
  private Map<Long, Integer> freins(List<PersonneEnFile> lignes) {
    return regard.peut("DIAGNOSTICS") ? freins.de(lignes.stream().map(PersonneEnFile::id).toList()).values().stream()
        .collect(Collectors.toMap(FreinsOuverts.EnBref::personneId, FreinsOuverts.EnBref::freins)) : null;
  }

  private Map<Long, PasDuDossier> premiersPas(List<PersonneEnFile> lignes) {
    Map<Long, PasDuDossier> premiers = new HashMap<>();
    lesPas.de(lignes.stream().map(PersonneEnFile::id).toList())
        .forEach((id, pas) -> pas.stream().filter(p -> !p.prevu()).findFirst().ifPresent(p -> premiers.put(id, p)));
    return premiers;
  }

  /** Right after « Ma journée ». */
  @Configuration("menuDeMesPersonnes")
  static class Menu {
    @Bean
    EntreeDeMenu menuMesPersonnes() {
      return new EntreeDeMenu(Rubrique.SUIVI, 10, "Mes personnes", "/mes-personnes", "person-lines-fill", "ACCOMPAGNEMENT");
    }
  }
}
