package fr.jalon.echanges.webhooks.application;

import fr.jalon.echanges.webhooks.domaine.AdresseDeWebhook;
import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this instance accepts to send. Java keeps a name it resolved for thirty seconds: what is checked right before a try is what is called. */
@Configuration
class AdressesAdmises {

  @Bean
  AdresseDeWebhook adresseDeWebhook(@Value("${jalon.webhooks.adresses-locales:${jalon.demonstration:false}}") boolean locales) {
    return new AdresseDeWebhook(locales, InetAddress::getAllByName);
  }
}
