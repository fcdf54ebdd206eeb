-- A partner who draws up a contract, or its application, meets the month to sign: it holds ENGAGEMENTS, and nothing else that writes the register. RAPPELS is of the
-- exits (V0770).
select habilitations.proteger('echeances.echeance', 'DOSSIERS', change => '{*}',
  ecrit => '{ORIENTATIONS, REORIENTATIONS, RENDEZ_VOUS, DIAGNOSTICS, REPRISE, IMPORTS, COURRIERS, RAPPELS, ENGAGEMENTS}');
