package fr.jalon.allocataires.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons, and the journal and the register of files below and beside it. */
@Component
class DonneesDesAllocataires implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.ou("allocataires.personne", "x.id = any(:personnes::bigint[])", "Votre identité et vos coordonnées").pourLesComptes().contact("x.creee_le::date")
            .tait("nom = 'Personne effacée'", "prenom = ''", "nom_naissance = null", "autres_prenoms = null", "civilite = null",
                "date_naissance = date_trunc('month', date_naissance)::date", "precision_naissance = null", "commune_naissance = null", "nir_empreinte = null", "nir_chiffre = null",
                "nir_provisoire = false", "identifiant_ft = null", "telephone = null", "courriel = null", "recherche = ''"),
        Table.de("allocataires.identite_precedente", De.PERSONNE, "Vos identités précédentes").pourLesComptes().efface(),
        Table.ou("allocataires.foyer", "x.id = any(:foyers::bigint[])", "Vos dossiers à la CAF ou à la MSA").pourLesComptes()
            .tait("matricule = 'efface-' || x.id", "numero_demande = 'efface-' || x.id", "empreinte = null"),
        Table.de("allocataires.droit", De.FOYER, "Vos droits au RSA").pourLesComptes().tait("precisions = null"),
        Table.de("allocataires.adresse", De.FOYER, "Vos adresses").pourLesComptes().tait("lignes = null", "code_postal = null", "emmenagement = null"),
        Table.ou("allocataires.membre", "x.personne_id = any(:personnes::bigint[])", "Votre place dans ces foyers").pourLesComptes()
            .tait("precisions = null", "enceinte = false", "grossesse_depuis = null", "activite_depuis = null", "activite_jusqua = null"),
        Table.de("allocataires.montant", De.FOYER, "Les montants calculés par la caisse").pourLesComptes().tait("precisions = null"),
        Table.de("allocataires.ressource", De.PERSONNE, "Les ressources connues de la caisse").pourLesComptes().tait("nulles = null", "moyenne = null", "mois = null"),
        Table.de("allocataires.paiement", De.FOYER, "Les paiements").pourLesComptes(),
        Table.de("allocataires.creance", De.FOYER, "Les sommes à rendre").pourLesComptes(),
        Table.de("allocataires.matricule_a_sceller", De.FOYER, "Numéro d'allocataire à chiffrer").efface(),
        Table.de("allocataires.situation", De.PERSONNE, "Votre situation présente").pourLesComptes().efface(),
        Table.ou("allocataires.doublon", "(x.personne_a = any(:personnes::bigint[]) or x.personne_b = any(:personnes::bigint[]))", "Fiches comparées à la vôtre").pourLesComptes(),
        Table.ou("allocataires.fusion", "(x.conservee = any(:personnes::bigint[]) or x.absorbee = any(:personnes::bigint[]))", "Fiches réunies à la vôtre").pourLesComptes()
            .tait("motif = 'effacé'", "motif_annulation = null"),
        // the trace of an act stays, with who did it and when; whom it was about is forgotten (docs/decisions/0013)
        Table.ou("journal.trace", "(x.personne_id = any(:personnes::bigint[]) or x.foyer_id = any(:foyers::bigint[]) or x.personnes && :personnes::bigint[])", "Qui a lu ou changé votre dossier")
            .pourLesComptes().dit("x.instant, x.acte, x.role, x.ecran").tait("objet = case when x.personne_id = any(:personnes::bigint[]) or x.foyer_id = any(:foyers::bigint[]) then null else objet end",
                "detail = null", "filtre = null",
                "personne_id = case when x.personne_id = any(:personnes::bigint[]) then null else personne_id end",
                "foyer_id = case when x.foyer_id = any(:foyers::bigint[]) then null else foyer_id end",
                "personnes = nullif(array(select p from unnest(x.personnes) p where p <> all (:personnes::bigint[])), '{}')"));
  }
}
