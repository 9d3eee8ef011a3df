#!/usr/bin/env python3
"""Every way in which the press names a firm, in every place of plain sentences: which of them link the two names.

usage: forms.py LIAISON [--misses]

The names are invented, so that the recogniser has to find them. Prints how many sentences give the relation that they state, and of
which forms and sentences some do not.
"""
import collections, json, re, subprocess, sys

PERSON, FIRST, SECOND = 'Ines Marchal', 'Lumenor', 'Veltrix'
SYMMETRIC = {'rival-of', 'partners-with', 'merges-with'}

FRENCH = {
    'forms': [
        '{X}', 'le fabricant de puces {X}', "l'éditeur de logiciels {X}", 'le spécialiste de la cybersécurité {X}',
        'la start-up lyonnaise {X}', 'la jeune pousse {X}', 'le groupe {X}', "l'américain {X}",
        'le géant américain {X}', 'le fabricant allemand de batteries {X}', '{X}, une jeune pousse de Lyon,',
        '{X}, spécialiste de la cybersécurité,', '{X} (Lyon)', 'la société {X}', "l'opérateur de satellites {X}",
        'la fintech parisienne {X}', 'le leader européen de la livraison {X}', "l'entreprise américaine {X}",
        'la licorne française {X}', 'le concepteur de jeux vidéo {X}', '{X}, qui emploie 300 personnes,',
        '{X}, coté à Paris,', '{X}, fondé en 2015,', 'la medtech {X}, basée à Nantes,', 'son partenaire historique {X}',
        'le constructeur automobile {X}', 'la plateforme de réservation {X}', "l'équipementier télécoms {X}",
        'le cabinet de conseil {X}', "la société d'ingénierie {X}", 'le groupe industriel {X}',
        'le champion français du cloud {X}', '{X}, le fabricant de drones nantais,',
    ],
    'sentences': {
        'acquires': [
            '{A} a racheté {B}.', '{A} rachète {B}.', '{B} a été racheté par {A}.', '{A} va acquérir {B}.',
            "{A} s'empare de {B}.", '{A} met la main sur {B}.', "{A} a annoncé l'acquisition de {B}.",
            "{A} a bouclé le rachat de {B} pour 30 millions d'euros.", 'Le rachat de {B} par {A} est finalisé.',
            '{A} négocie le rachat de {B}.', '{B} passe sous le contrôle de {A}.', '{B} tombe dans le giron de {A}.',
            '{A} absorbe {B}.', '{A} annonce avoir racheté {B}.', '{B} a été cédé à {A}.',
        ],
        'invests-in': [
            "{A} a investi 5 millions d'euros dans {B}.", '{A} entre au capital de {B}.',
            '{A} prend 20 % du capital de {B}.', "{B} a levé 5 millions d'euros auprès de {A}.",
            '{A} a mené le tour de table de {B}.', '{A} détient 12 % de {B}.', '{A} est actionnaire de {B}.',
            '{A} participe à la levée de fonds de {B}.', '{B} compte {A} parmi ses actionnaires.',
        ],
        'contracts-with': [
            '{A} fournira des capteurs à {B}.', '{B} a choisi {A} pour moderniser ses usines.',
            '{B} a confié à {A} la maintenance de ses usines.',
            "{A} a remporté un contrat de 3 millions d'euros auprès de {B}.", '{B} a commandé 50 robots à {A}.',
            '{A} équipera {B} en capteurs.', '{A} a signé un contrat avec {B} pour lui fournir des capteurs.',
            '{A} est le fournisseur de {B}.', '{B} est client de {A}.', '{A} compte {B} parmi ses clients.',
            '{A} va livrer 200 camions à {B}.',
        ],
        'rival-of': [
            '{A} est un concurrent de {B}.', '{A} concurrence {B}.', '{A} est en concurrence avec {B}.',
            '{A} affronte {B} sur le marché des capteurs.', '{A} a pour principal rival {B}.',
            '{A} se mesure à {B}, son principal concurrent.',
        ],
        'subsidiary-of': [
            '{A} est une filiale de {B}.', '{A} appartient à {B}.', '{A} est détenu à 100 % par {B}.',
            '{B} est la maison mère de {A}.', '{B} est propriétaire de {A}.',
        ],
        'partners-with': [
            '{A} a noué un partenariat avec {B}.', "{A} s'associe à {B}.", "{A} s'allie à {B}.",
            '{A} et {B} ont signé un partenariat.', '{A} est partenaire de {B}.',
        ],
        'merges-with': [
            '{A} fusionne avec {B}.', '{A} et {B} vont fusionner.', 'La fusion entre {A} et {B} est finalisée.',
        ],
        'leads': [
            '{P} dirige {B}.', '{P} est nommée directrice générale de {B}.', '{P} prend la tête de {B}.',
            '{B} a nommé {P} directrice générale.', '{B} est dirigé par {P}.', '{P} devient présidente de {B}.',
        ],
        'founder-of': [
            '{P} a fondé {B}.', '{B} a été fondé par {P}.', '{P} est la cofondatrice de {B}.',
            '{P} a créé {B} en 2015.',
        ],
    },
}

ENGLISH = {
    'forms': [
        '{X}', 'chipmaker {X}', 'chip maker {X}', 'software company {X}', 'cybersecurity specialist {X}',
        'Lyon-based startup {X}', 'startup {X}', 'French startup {X}', 'German battery maker {X}',
        '{X}, a startup based in Lyon,', '{X}, which makes drones,', '{X} (Lyon)', 'the {X} group',
        'satellite operator {X}', 'the satellite operator {X}', 'U.S. company {X}', 'American giant {X}',
        'Silicon Valley darling {X}', 'the Paris-based fintech {X}', '{X}, founded in 2015,',
        '{X}, the German chipmaker,', 'its longtime partner {X}', 'private equity firm {X}', 'video game developer {X}',
        'AI start-up {X}', '{X}, led by Ines Marchal,', 'the drone company {X}', 'rival chipmaker {X}',
        'cloud provider {X}', 'retailer {X}', '{X} Inc.', 'listed software group {X}',
        '{X}, whose sensors guide trains,', 'Hamburg logistics group {X}', 'defence contractor {X}',
        'the maker of batteries {X}', '{X}, one of the largest chipmakers in Europe,',
    ],
    'sentences': {
        'acquires': [
            '{A} acquired {B}.', '{A} has bought {B}.', '{B} was acquired by {A}.', '{A} will acquire {B}.',
            '{A} has agreed to buy {B} for $30 million.', '{A} is buying {B}.', '{A} completed its acquisition of {B}.',
            '{A} announced the acquisition of {B}.', 'The takeover of {B} by {A} is complete.',
            '{A} is in talks to acquire {B}.', '{A} snapped up {B}.', '{A} took over {B}.', '{B} was sold to {A}.',
            '{A} said it had acquired {B}.', '{A} plans to buy {B}.', '{A} also bought {B}.',
            '{A} now plans to buy {B}.',
        ],
        'invests-in': [
            '{A} invested $5 million in {B}.', '{A} took a 20% stake in {B}.', '{B} raised $5 million from {A}.',
            '{A} led the funding round of {B}.', '{A} holds 12% of {B}.', '{A} is a shareholder in {B}.',
            '{A} joined the round in {B}.', '{B} counts {A} among its investors.', '{A} has backed {B}.',
            '{B} raised $5 million in a round led by {A}.', '{A} is an investor in {B}.',
            '{A} bought a minority stake in {B}.',
        ],
        'contracts-with': [
            '{A} will supply sensors to {B}.', '{B} chose {A} to modernise its plants.',
            '{A} won a $3 million contract from {B}.', '{B} ordered 50 robots from {A}.',
            '{A} will equip {B} with sensors.', '{A} signed a contract with {B} to supply sensors.',
            '{A} is a supplier to {B}.', '{B} is a customer of {A}.', '{A} counts {B} among its customers.',
            '{A} will deliver 200 trucks to {B}.', '{B} awarded {A} a contract to maintain its plants.',
            '{B} buys its chips from {A}.', '{A} supplies {B}.',
        ],
        'rival-of': [
            '{A} is a rival of {B}.', '{A} competes with {B}.', '{A} competes against {B}.',
            '{A} faces competition from {B}.', '{A} is a competitor of {B}.',
        ],
        'subsidiary-of': [
            '{A} is a subsidiary of {B}.', '{A} is owned by {B}.', '{A} is a unit of {B}.',
            '{B} is the parent company of {A}.', '{B} owns {A}.', '{A} belongs to {B}.',
        ],
        'partners-with': [
            '{A} has partnered with {B}.', '{A} is teaming up with {B}.', '{A} and {B} signed a partnership.',
            '{A} is a partner of {B}.', '{A} announced a partnership with {B}.',
        ],
        'merges-with': [
            '{A} is merging with {B}.', '{A} and {B} will merge.', '{A} has merged with {B}.',
        ],
        'leads': [
            '{P} runs {B}.', '{P} was named chief executive of {B}.', '{P} is the chief executive of {B}.',
            '{B} named {P} chief executive.', '{B} is led by {P}.', '{P} became chair of {B}.',
            '{P} took over as CEO of {B}.', '{B} appointed {P} as its new CEO.',
        ],
        'founder-of': [
            '{P} founded {B}.', '{B} was founded by {P}.', '{P} is the co-founder of {B}.', '{P} started {B} in 2015.',
        ],
    },
}


def written(text, language):
    """The sentence with contractions, commas and its first letter as they are written."""
    if language == 'fr':
        text = re.sub(r'\b([Dd])e le ', r'\1u ', text)
        text = text.replace(' à le ', ' au ')
    text = re.sub(r',([.,])', r'\1', text)
    return text[0].upper() + text[1:]


def cases(grid, language):
    """(relation, sentence with gaps, form, text, subject) of every sentence with every form in each of its gaps."""
    for relation, sentences in grid['sentences'].items():
        for sentence in sentences:
            for form in grid['forms']:
                for gap in ('A', 'B'):
                    if '{%s}' % gap not in sentence or form == '{X}' and gap == 'B' and '{A}' in sentence:
                        continue
                    names = {'A': FIRST, 'B': SECOND}
                    names[gap] = form.format(X=names[gap])
                    text = written(sentence.format(P=PERSON, **names), language)
                    yield relation, sentence, form, text, PERSON if '{P}' in sentence else FIRST


def main():
    program = sys.argv[1]
    for language, grid in (('fr', FRENCH), ('en', ENGLISH)):
        rows = list(cases(grid, language))
        lines = [json.dumps({'id': str(i), 'language': language, 'text': row[3]}) for i, row in enumerate(rows)]
        found = subprocess.run([program, 'extract', '-', '--min-confidence', '0'], input='\n'.join(lines) + '\n',
                               capture_output=True, text=True, check=True).stdout
        stated = collections.defaultdict(set)
        for line in found.splitlines():
            x = json.loads(line)
            stated[int(x['article']['id'])].add((x['subject']['name'], x['relation'], x['object']['name']))
        right, all_, misses = collections.Counter(), collections.Counter(), []
        for i, (relation, sentence, form, text, subject) in enumerate(rows):
            wanted = {(subject, relation, SECOND)}
            if relation in SYMMETRIC:
                wanted.add((SECOND, relation, subject))
            hit = bool(wanted & stated[i])
            for key in ('form ' + form, relation + ': ' + sentence):
                all_[key] += 1
                right[key] += hit
            if not hit:
                misses.append(text)
        print(f'{language}: {len(rows) - len(misses)} of {len(rows)}')
        for key in sorted(all_, key=lambda key: right[key] / all_[key]):
            if right[key] < all_[key] * .95:
                print(f'  {right[key]:4} of {all_[key]:4}  {key}')
        if '--misses' in sys.argv:
            print('\n'.join(misses))


if __name__ == '__main__':
    main()
