#!/usr/bin/env python3
"""Every way in which the press says that something is not so, in plain sentences of nine relations: which of them come out as facts.

usage: negations.py LIAISON [--misses]

The names are invented. Prints how many sentences are told as facts, and how many give nothing at all; fails where one is told as a fact.
"""
import collections, json, subprocess, sys

VERBS = [  # base, participle, gerund, who would do it
    ('buy', 'bought', 'buying', 'Lumenor'), ('take over', 'taken over', 'taking over', 'Lumenor'),
    ('invest in', 'invested in', 'investing in', 'Lumenor'),
    ('supply', 'supplied', 'supplying', 'Lumenor'),
    ('partner with', 'partnered with', 'partnering with', 'Lumenor'),
    ('merge with', 'merged with', 'merging with', 'Lumenor'),
    ('compete with', 'competed with', 'competing with', 'Lumenor'),
    ('own', 'owned', 'owning', 'Lumenor'),
    ('fine', 'fined', 'fining', 'The European Commission'),
]
ACTIVE = [
    "{s} doesn't {b} Veltrix.", '{s} doesn’t {b} Veltrix.', "{s} didn't {b} Veltrix.", '{s} did not {b} Veltrix.',
    "{s} won't {b} Veltrix.", '{s} won’t {b} Veltrix.', "{s} hasn't {p} Veltrix.", '{s} has never {p} Veltrix.',
    "{s} isn't {g} Veltrix.", "{s} wasn't {g} Veltrix.", "{s} can't {b} Veltrix.", "{s} couldn't {b} Veltrix.",
    "{s} wouldn't {b} Veltrix.", "{s} hadn't {p} Veltrix.", '{s} will never {b} Veltrix.', '{s} has not yet {p} Veltrix.',
    "{s} said it wouldn't {b} Veltrix.", "{s} said it hadn't {p} Veltrix.", "{s} won't be {g} Veltrix.",
    '{s} refuses to {b} Veltrix.', "{s} isn't going to {b} Veltrix.", "{s} doesn't want to {b} Veltrix.",
    "{s} doesn't plan to {b} Veltrix.",
]
PASSIVE = [
    "Veltrix wasn't {p} by Lumenor.", "Veltrix hasn't been {p} by Lumenor.", "Veltrix isn't being {p} by Lumenor.",
    "Veltrix won't be {p} by Lumenor.", "Veltrix isn't {p} by Lumenor.",
]
PASSIVES = ['bought', 'acquired', 'owned', 'supplied', 'backed']
ENGLISH = [
    "Veltrix isn't a subsidiary of Lumenor.", "Lumenor isn't a rival of Veltrix.", "Lumenor isn't a shareholder in Veltrix.",
    "Lumenor isn't a customer of Veltrix.", "Ines Marchal isn't the chief executive of Veltrix.",
    "Ines Marchal didn't found Veltrix.", "Ines Marchal doesn't run Veltrix.", "Ines Marchal doesn't work for Veltrix.",
    "Veltrix isn't listed on Nasdaq.", "Lumenor doesn't make Lumia.", "Lumenor isn't Veltrix's parent.",
    "Lumenor isn't an investor in Veltrix.", "Ines Marchal isn't Luc Marchal's sister.", "Veltrix's owner isn't Lumenor.",
    'There is no partnership between Lumenor and Veltrix.', 'Lumenor has no stake in Veltrix.',
    'Lumenor has no contract with Veltrix.', 'Neither Lumenor nor Quantrel has invested in Veltrix.',
    'Lumenor cannot buy Veltrix.', 'Lumenor almost bought Veltrix.', 'Lumenor is unlikely to buy Veltrix.',
    'Lumenor lacks the money to buy Veltrix.', 'Lumenor cannot afford to buy Veltrix.', 'Lumenor passed on buying Veltrix.',
    'Lumenor stopped short of buying Veltrix.', 'Lumenor has ruled out buying Veltrix.', 'Lumenor decided against buying Veltrix.',
    'Lumenor tried and failed to buy Veltrix.', 'Lumenor is far from buying Veltrix.', 'It is not true that Lumenor bought Veltrix.',
    'Veltrix rejected a bid from Lumenor.', "Veltrix spurned Lumenor's takeover approach.", 'Lumenor was outbid for Veltrix.',
    'The acquisition of Veltrix by Lumenor fell through.', 'Lumenor withdrew its bid for Veltrix.',
    'Lumenor and Veltrix failed to agree on a merger.', 'Lumenor has shelved the acquisition of Veltrix.',
]
VERBES = [  # infinitive, participle, present and future, each with the first half of its negation
    ('racheter', 'racheté', 'ne rachète', 'ne rachètera'), ('investir dans', 'investi dans', "n'investit", "n'investira"),
    ('équiper', 'équipé', "n'équipe", "n'équipera"), ('fusionner avec', 'fusionné avec', 'ne fusionne', 'ne fusionnera'),
    ('concurrencer', 'concurrencé', 'ne concurrence', 'ne concurrencera'),
    ('contrôler', 'contrôlé', 'ne contrôle', 'ne contrôlera'),
]
ACTIF = [
    'Lumenor {n} pas {q}Veltrix.', 'Lumenor {n} plus {q}Veltrix.', "Lumenor n'a pas {p} Veltrix.", 'Lumenor n’a pas {p} Veltrix.',
    'Lumenor n’a jamais {p} Veltrix.', 'Lumenor {f} pas {q}Veltrix.', 'Lumenor {f} jamais {q}Veltrix.',
    'Lumenor ne va pas {i} Veltrix.', 'Lumenor ne veut pas {i} Veltrix.', "Lumenor n'avait pas {p} Veltrix.",
    'Lumenor dit ne pas {i} Veltrix.', "Lumenor n'entend pas {i} Veltrix.", "Lumenor n'a pas encore {p} Veltrix.",
    "Lumenor n'a toujours pas {p} Veltrix.", 'Lumenor assure ne pas avoir {p} Veltrix.', "Lumenor n'aurait pas {p} Veltrix.",
    "Lumenor n'a finalement pas {p} Veltrix.",
]
FRENCH = [
    "Lumenor ne s'allie pas à Veltrix.", 'Lumenor ne s’est pas allié à Veltrix.', "Lumenor ne s'alliera jamais à Veltrix.",
    "Lumenor ne veut pas s'allier à Veltrix.", "Veltrix n'est pas une filiale de Lumenor.",
    "Lumenor n'est pas un concurrent de Veltrix.", 'Lumenor n’est pas actionnaire de Veltrix.',
    "Lumenor n'est pas client de Veltrix.", "Inès Marchal n'est pas la directrice générale de Veltrix.",
    "Inès Marchal n'a pas fondé Veltrix.", 'Inès Marchal ne dirige pas Veltrix.', "Veltrix n'est pas cotée sur Euronext Paris.",
    "Il n'y a pas de partenariat entre Lumenor et Veltrix.", "Lumenor n'a aucune part dans Veltrix.",
    "Lumenor n'a aucun contrat avec Veltrix.", "Ni Lumenor ni Quantrel n'ont investi dans Veltrix.",
    "Veltrix n'a pas été racheté par Lumenor.", 'Veltrix ne sera pas racheté par Lumenor.',
    "Veltrix n'appartient pas à Lumenor.", "Inès Marchal n'est pas la sœur de Luc Marchal.",
    'Il est faux que Lumenor ait racheté Veltrix.', 'Lumenor a failli racheter Veltrix.', 'Lumenor a failli être racheté par Veltrix.',
    'Lumenor est loin d’avoir racheté Veltrix.', 'Lumenor a tenté en vain de racheter Veltrix.', "Veltrix a repoussé l'offre de Lumenor.",
    'Lumenor exclut tout rachat de Veltrix.', "La justice a interdit à Lumenor de racheter Veltrix.",
    "Lumenor n'a pas les moyens de racheter Veltrix.", "Le rachat de Veltrix par Lumenor n'aura pas lieu.",
    "Le rachat de Veltrix par Lumenor est tombé à l'eau.", 'Lumenor a retiré son offre sur Veltrix.',
    'Lumenor et Veltrix renoncent à fusionner.', 'Lumenor dément tout projet de rachat de Veltrix.',
    "Aucun accord n'a été trouvé entre Lumenor et Veltrix.", "Faute d'accord avec Veltrix, Lumenor cherche un autre partenaire.",
    'Lumenor a été empêché de racheter Veltrix.', 'Lumenor regrette de ne pas avoir racheté Veltrix.',
]


def sentences():
    for base, past, gerund, subject in VERBS:
        yield from (('en', t.format(s=subject, b=base, p=past, g=gerund)) for t in ACTIVE)
    yield from (('en', t.format(p=p)) for t in PASSIVE for p in PASSIVES)
    yield from (('en', t) for t in ENGLISH)
    for infinitive, past, present, future in VERBES:
        behind = infinitive.partition(' ')[2]
        behind += ' ' if behind else ''
        yield from (('fr', t.format(i=infinitive, p=past, n=present, f=future, q=behind)) for t in ACTIF)
    yield from (('fr', t) for t in FRENCH)


def holds(statement):
    """Whether a statement would be drawn as a fact."""
    return (not statement['negated'] and statement['factuality'] in ('asserted', 'reported', 'rumoured')
            and statement['time'] != 'ended')


rows = list(sentences())
lines = (json.dumps({'id': str(i), 'language': l, 'text': t}, ensure_ascii=False) for i, (l, t) in enumerate(rows))
out = subprocess.run([sys.argv[1], 'extract', '-', '--all', '--min-confidence', '0'], input='\n'.join(lines) + '\n',
                     capture_output=True, text=True, check=True).stdout
found = collections.defaultdict(list)
for line in out.splitlines():
    statement = json.loads(line)
    found[int(statement['article']['id'])].append(statement)
told = 0
for language in 'en', 'fr':
    of = [i for i, row in enumerate(rows) if row[0] == language]
    facts = [i for i in of if any(map(holds, found[i]))]
    told += len(facts)
    silent = [i for i in of if not found[i]]
    print(f'{language}: {len(facts)} of {len(of)} told as facts, {len(silent)} give nothing')
    if '--misses' in sys.argv:
        for i in facts: print('  fact   ', rows[i][1], [s['rule'] for s in found[i] if holds(s)])
        for i in silent: print('  nothing', rows[i][1])
sys.exit(1 if told else 0)
