import { groups, type Language, lineSet, wordSet } from './language.ts';

export const english: Language = {
  tag: 'en',
  functionWords: wordSet(`
    a about after again all also am an and any anybody anyone anything are as at be because been before being between
    both but by can could did do does doing don during each else ever every everyone few for from had has have having
    he her here hers him his how i if in into is it its itself just ll m may me might mine more most much must my
    myself nor of off on once one only onto or other our ours out over own re s same shall she should since so some
    somebody someone something somewhere such t than that the their theirs them then there these they this those
    through till to too under until up upon us ve very was we were what whatever when whenever where which while who
    whom whose why will with within without would yes you your yours yourself d isn aren doesn didn won wouldn hasn
    haven wasn weren couldn shouldn im ive id`),
  politeWords: wordSet(`
    able actually allow allowed another anyhow anyway ask asking best bit come comes currently easily exactly
    explain find follow get gets getting give given go goes going gonna got happen happened happens hello help
    hi hint hope idea instead kind know known let like look looking lot made make makes making many maybe mean
    means need needed needs new now ok okay part place please possible possibly properly put question quickly
    quite really right say says see seem seems simply soon sort start still stuff sure take takes tell thank
    thanks thing things think tried try trying understand use used uses using via wanna want wanted wants way
    ways well went whether willing wish wonder wondering work working works yet actual somehow long available
    exist exists support supported supports offer offers provide provides accept accepts guys people person keep
    keeps kept already although always almost away back became become becomes becoming bring brought certain
    course day days different either even everything far fast first five four full general gave great half
    having hear heard hour hours hundred important including indeed inside last later least less lets little
    lots main matter may minute minutes moment month months nearly never next nothing often one otherwise own
    past per rather ready reason seen several side since single six sometimes stay ten therefore third three
    time times today together tomorrow tonight took toward towards twice two usually various wait waiting week
    weeks whole year years yesterday`),
  synonyms: groups(`
    refund, money back, reimburse, reimbursement
    return, send back, give back
    cancel, terminate, termination, end, stop, unsubscribe, quit
    delete, remove, erase, get rid of, wipe
    log in, sign in, login, logon, signin, access
    log out, sign out, logout
    sign up, register, registration, signup, create an account, enrol, enroll
    password, passcode, passphrase, credentials
    forgot, lost, forgotten, reset, recover
    invoice, bill, receipt, billing
    price, cost, fee, charge, pricing, expensive, rate, how much
    pay, payment, paid
    purchase, buy, order, bought
    deliver, delivery, ship, shipping, shipment, dispatch, arrive
    parcel, package, box
    track, trace, follow, whereabouts
    broken, damaged, defective, faulty, smashed, cracked, defect
    change, edit, modify, update, switch, adjust, amend, alter
    add, invite, include
    upgrade, higher plan, bigger plan
    downgrade, lower plan, cheaper plan, smaller plan
    plan, subscription, tier, membership
    trial, try out, free period
    discount, coupon, voucher, promo, promotion, deal
    phone, mobile, cell, smartphone, telephone
    email, mail, e-mail
    picture, photo, image, avatar
    colleague, teammate, coworker, co-worker, member, team
    company, business, organisation, organization, firm
    country, abroad, international, overseas, foreign
    address, location
    contact, reach, get in touch, talk to, speak to, call
    support, helpdesk, customer service, hotline
    connect, link, integrate, integration, connection, pair, pairing, hook up
    install, installation, set up, setup, configure, configuration
    import, upload, load, bring in
    export, download, extract
    backup, back up, safeguard
    restore, recover, undo, bring back
    error, fail, failure, problem, issue, trouble, wrong
    fix, repair, solve, troubleshoot, resolve
    warranty, guarantee
    holiday, vacation, leave, time off, absence, away
    two-factor, 2fa, two-step, authenticator, second factor, mfa, verification
    security, secure, safe, safety
    privacy, private, personal data, gdpr
    language, translate, translation
    notification, alert, notify, reminder, notifications
    turn off, disable, deactivate, switch off, mute, silence
    turn on, enable, activate, switch on
    schedule, appointment, booking, book, reserve, reservation
    reschedule, postpone, move
    slow, lag, performance, lagging, speed
    freeze, crash, hang, unresponsive
    battery, charge, power
    wifi, wi fi, wireless, wlan
    internet, online, web
    permission, role, right, rights, privilege, permissions
    owner, admin, administrator
    limit, maximum, quota, cap, max
    size, dimension, measurement, large, big
    tax, vat
    customer, client
    report, statistics, analytics, stats
    search, find, look up, locate
    share, sharing, collaborate
    rename, name
    duplicate, copy, clone
    merge, combine
    clean, cleaning, wash
    weight, heavy, weigh
    employee, staff, worker
    salary, wage, pay, payroll
    doctor, physician, gp
    medicine, medication, drug, prescription
    luggage, baggage, suitcase, bag
    car, vehicle
    bike, bicycle
    kid, child, children
    pet, dog, cat, animal
    early, sooner, before
    late, delay, delayed, overdue
    pause, freeze, suspend, hold
    gift, present
    colour, color, theme
    logo, brand, branding
    domain, url, web address
    open, opening, hours
    exchange, swap, replace, replacement
    statement, summary
    loan, credit, borrow
    transfer, send, wire, move
    fraud, scam, phishing, stolen, theft, steal
    lock, block, locked, blocked
    unlock, unblock
    credit card, card, debit
    expire, expiry, expiration, expired
    verify, confirm, confirmation, validate
    age, old, years
    minimum, least, min
    spare, replacement, part
    sync, synchronise, synchronize
    desktop, computer, laptop, pc
    app, application
    guest, visitor
    spam, junk
    wife, husband, partner, spouse, girlfriend, boyfriend
    wallet, purse
    iphone, android, phone
    watch, smartwatch, wearable
    mailbox, letter box, letterbox
    reject, refuse, decline, deny, invalid
    benefit, advantage, perk
    hotkey, shortcut
    loud, noise, noisy, silent, quiet
    courier, carrier, driver
    detect, discover, recognise, recognize, find
    tenant, renter, lodger
    shut, close, closed
    rejected, refusal
    wrong, mistake, error, mistaken
    free, gratis, complimentary
    customs, duty, duties, tariff
    student, school, university, education
    travel, trip, journey, travelling
    hire, rent, rental
    job, career, vacancy, hiring
    document, paper, identification, passport
    instalment, installment, rate
    interest, yield
    temperature, heat, warm, heating, warmth
    lamp, light, bulb
    hot, warm
    recommend, advise, suggest
    deadline, due
    spreadsheet, csv, excel
    opinion, review, feedback
    ill, sick, illness`),
  greetings: lineSet(`
    hi
    hi there
    hello
    hello there
    hey
    hey there
    good morning
    good afternoon
    good evening
    good day
    hiya
    greetings`),
  thanks: lineSet(`
    thanks
    thank you
    thank you very much
    thank you so much
    thanks a lot
    many thanks
    thx
    ty
    cheers
    great thanks
    ok thanks
    okay thanks
    ok thank you
    perfect thanks
    bye
    goodbye
    see you`),
  replies: {
    unsure: "I don't know the answer to that: I found nothing about it in the help articles.",
    greeting: 'Hello! What would you like to know?',
    thanks: "You're welcome!",
  },
};
