package fr.jalon.donnees.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room itself holds about persons: it follows a merge, is in the copy, and is purged like the rest. */
@Configuration
class DonneesDesDemandes {
  @Bean
  DonneesDeLaPersonne ceQueTiennentLesDemandes() {
    return () -> List.of(
        DonneesDeLaPersonne.Table.de("donnees.demande", DonneesDeLaPersonne.De.PERSONNE, "Vos demandes sur vos données")
            .contact("greatest(x.recue_le, x.repondue_le::date)")
            .tait("objet = 'effacé'", "reponse = case when reponse is null then null else 'effacé' end"),
        DonneesDeLaPersonne.Table.de("donnees.retenue", DonneesDeLaPersonne.De.PERSONNE, "Contentieux qui gardent votre dossier")
            .tait("raison = 'effacé'"),
        DonneesDeLaPersonne.Table.de("donnees.purge", DonneesDeLaPersonne.De.PERSONNE, "Ce qui a déjà été effacé"));
  }

  /** Requests and litigations follow: a person may have two, and each is lifted by itself. */
  @Bean
  SuitLaPersonne fichesEffacees() {
    return () -> List.of(SuitLaPersonne.Table.reste("donnees.purge", "dit quelle fiche a été effacée, par son numéro"));
  }
}
