package fr.jalon.carnet.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.PanneauDossier;
import fr.jalon.allocataires.PartieDuDossier;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.allocataires.PasDuDossier.Rang;
import fr.jalon.carnet.lecture.CarnetDUnePersonne;
import fr.jalon.carnet.lecture.CarnetDUnePersonne.EnTete;
import fr.jalon.carnet.lecture.CeQuiMEstDemande;
import fr.jalon.carnet.lecture.CeQuiMEstDemande.Demande;
import fr.jalon.carnet.lecture.LecteursDuCarnet;
import fr.jalon.carnet.lecture.LecteursDuCarnet.Opposition;
import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Regard;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the dossier says of the notebook of a person, and what colleagues ask of the agent there. Its texts are read in the notebook alone. */
@Component
public class PanneauDuCarnet implements PanneauDossier {
  private static final int ORDRE = 60;
  private static final int MONTRES = 3;
  private final CarnetDUnePersonne carnet;
  private final CeQuiMEstDemande demandes;
  private final LecteursDuCarnet lecteurs;
  private final Parametres parametres;
  private final Regard regard;
  private final Clock horloge;

  PanneauDuCarnet(CarnetDUnePersonne carnet, CeQuiMEstDemande demandes, LecteursDuCarnet lecteurs, Parametres parametres, Regard regard,
      Clock horloge) {
    this.carnet = carnet;
    this.demandes = demandes;
    this.lecteurs = lecteurs;
    this.parametres = parametres;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** @param derniers the latest entries, without their texts; @param agissable true when the dossier is read today */
  public record Modele(long personneId, List<EnTete> derniers, int total, List<Opposition> oppositions, boolean agissable) {}

  @Override
  public PartieDuDossier partie() {
    return PartieDuDossier.ECHANGES;
  }

  @Override
  public boolean ouvert() {
    return regard.peut("CARNET");
  }

  @Override
  public Optional<Panneau> panneau(long personneId, LocalDate au) {
    List<EnTete> tous = enTetes(personneId, au);
    return Optional.of(new Panneau("Carnet partagé", "journal-text", ORDRE, "carnet/panneau",
        new Modele(personneId, tous.stream().limit(MONTRES).toList(),
        tous.size(), lecteurs.oppositions(personneId), !au.isBefore(LocalDate.now(horloge)))));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pas(Collection<Long> personnes) {
    return enPas(demandes.liste(personnes));
  }

  @Override
  public Map<Long, List<PasDuDossier>> pourMoi() {
    return enPas(demandes.liste(null));
  }

  /** One step to read and one to do for a person, whatever their number: one of a kind can be put off. */
  private Map<Long, List<PasDuDossier>> enPas(List<Demande> toutes) {
    int delai = parametres.jours("carnet.lecture", LocalDate.now(horloge));
    return toutes.stream().collect(Collectors.groupingBy(Demande::personneId, Collectors.collectingAndThen(Collectors.toList(), siennes -> {
      List<PasDuDossier> pas = new ArrayList<>();
      List<Demande> taches = siennes.stream().filter(Demande::tache).toList();
      List<Demande> aLire = siennes.stream().filter(d -> !d.tache()).toList();
      if (!taches.isEmpty()) {
        Demande d = taches.getFirst();
        pas.add(PasDuDossier.aFaire("CARNET_A_FAIRE", Rang.HABITUDE, PartieDuDossier.ECHANGES, d.limite(),
            "Tâche du carnet à faire avant le " + Francais.longue(d.limite()), (d.moi() ? "Vous vous l'êtes notée" : d.par() + " vous la demande")
                + ", thème " + d.theme() + autres(taches)).avec(true, "Lire et faire", adresse(d)));
      }
      if (!aLire.isEmpty()) {
        Demande d = aLire.getFirst();
        LocalDate limite = d.quand().atZoneSameInstant(horloge.getZone()).toLocalDate().plusDays(delai);
        pas.add(PasDuDossier.aFaire("CARNET_A_LIRE", Rang.HABITUDE, PartieDuDossier.ECHANGES, limite, "Carnet à lire avant le "
            + Francais.longue(limite),
            d.par() + (d.genre().equals("REPONSE") ? " vous a répondu" : " vous a écrit") + ", thème " + d.theme() + autres(aLire))
            .avec(true, "Lire", adresse(d)));
      }
      return pas;
    })));
  }

  private static String autres(List<Demande> demandes) {
    return demandes.size() == 1 ? "" : " ; et " + Francais.compte(demandes.size() - 1L, "autre", "autres");
  }

  private static String adresse(Demande d) {
    return "/carnet/" + d.personneId() + "?ecrit=" + d.entreeId();
  }

  @Override
  public List<EvenementDuFil> evenements(long personneId, LocalDate au) {
    return enTetes(personneId, au).stream().filter(e -> !e.le().isAfter(au)).map(e -> new EvenementDuFil(e.le(), EvenementDuFil.Theme.SUIVI,
        e.reponse() ? "Réponse dans le carnet partagé" : "Écrit dans le carnet partagé", "Thème : " + e.theme(), "Par " + e.auteur())).toList();
  }

  private List<EnTete> enTetes(long personneId, LocalDate au) {
    return carnet.enTetes(personneId, au, horloge.getZone().getId());
  }
}
