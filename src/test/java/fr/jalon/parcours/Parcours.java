package fr.jalon.parcours;

import fr.jalon.habilitations.Comptoir;
import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A story in a real browser: the whole application on a real port at 8 September 2025, the persons of {@link Ardeche}, and a
 * {@link Navigation} given to each test method. Skipped, and said so, when no Chromium is installed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.courriers.envoi=-", "jalon.horloge=2025-09-08",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Ardeche.class})
@ExtendWith(Navigation.Fournisseur.class)
public @interface Parcours {}
