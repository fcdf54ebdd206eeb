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

  SuivisDeLaDemo(ContactsDeLaDemo contacts, FreinsDeLaDemo freins, CarnetDeLaDemo carnet, HorsRsaDeLaDemo horsRsa) {
    this.contacts = contacts;
    this.freins = freins;
    this.carnet = carnet;
    this.horsRsa = horsRsa;
  }

  /** Writes them, once. */
  void jouer(DepartementDemo demo) {
    contacts.jouer();
    freins.jouer();
    carnet.jouer();
    horsRsa.jouer(demo);
  }
}
