package fr.jalon.demo;

import fr.jalon.demo.generation.DepartementDemo;
import org.springframework.stereotype.Component;

/** What agents wrote of those they follow, after the months were lived: contacts first, what rests on them after. */
@Component
class SuivisDeLaDemo {
  private final ContactsDeLaDemo contacts;
  private final FreinsDeLaDemo freins;
  private final CarnetDeLaDemo carnet;
  private final HorsRsaDeLaDemo horsRsa;
  private final PapiersDeLaDemo papiers;
  private final DossiersMdphDeLaDemo mdph;
  private final SortiesDeLaDemo sorties;
  private final ContratsDeLaDemo contrats;

  SuivisDeLaDemo(ContactsDeLaDemo contacts, FreinsDeLaDemo freins, CarnetDeLaDemo carnet, HorsRsaDeLaDemo horsRsa, PapiersDeLaDemo papiers,
      DossiersMdphDeLaDemo mdph, SortiesDeLaDemo sorties, ContratsDeLaDemo contrats) {
    this.contacts = contacts;
    this.freins = freins;
    this.carnet = carnet;
    this.horsRsa = horsRsa;
    this.papiers = papiers;
    this.mdph = mdph;
    this.sorties = sorties;
    this.contrats = contrats;
  }

  /** Writes them, once. */
  void jouer(DepartementDemo demo) {
    contacts.jouer();
    freins.jouer();
    carnet.jouer();
    horsRsa.jouer(demo);
    papiers.jouer();
    mdph.jouer();
    contrats.jouer();
    sorties.jouer();
  }
}
