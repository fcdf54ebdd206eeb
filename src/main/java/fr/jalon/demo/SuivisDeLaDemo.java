package fr.jalon.demo;

import org.springframework.stereotype.Component;

/** What référents wrote of those they follow, after the months were lived: contacts first, what rests on them after. */
@Component
class SuivisDeLaDemo {
  private final ContactsDeLaDemo contacts;
  private final FreinsDeLaDemo freins;

  SuivisDeLaDemo(ContactsDeLaDemo contacts, FreinsDeLaDemo freins) {
    this.contacts = contacts;
    this.freins = freins;
  }

  /** Writes them, once. */
  void jouer() {
    contacts.jouer();
    freins.jouer();
  }
}
