package fr.jalon.orientation;

import fr.jalon.habilitations.Comptoir;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application for Ardèche on 20 October 2025, on a real port and a real PostgreSQL, shared by the tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.departement=07", "jalon.courriers.envoi=-", "jalon.horloge=2025-10-20",
    "jalon.premier-compte=false", "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=",
    "jalon.connexion.essais-par-adresse=1000000", "jalon.webhooks.rythme=24h", "jalon.webhooks.adresses-locales=true"})
@Import({Dossiers.class, LaPoste.class, Comptoir.class})
@ExtendWith(JourDeLEssai.class)
public @interface EssaiArdeche {}
