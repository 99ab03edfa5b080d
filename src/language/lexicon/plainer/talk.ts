/** What stands around a question, and letters that are left out. */
export const TALK = String.raw`
  (?:,|\.)? ?(?:kind|best|warm) regards(?:,? \w+)?$, ^dear [a-z]+[,:], (?:by|before) (?:eod|cob|eob|
    eow)(?: today)?, (?:would|do) you mind (?:giving|sending|showing|telling) (?:me|us), (?:k )?thx bye,
    k thanks bye, bye$, ^last (?:one|question) for (?:today|now)[:,], ^i forgot(?: about)?,
    ^once more[:,]?, ^one more time[:,]?, ^(?:i )?(?:don't|dont) know where to (?:look|find it)[:,]?,
    ^(?:please )?do the needful[:,]?, ^same old[:,] ->
  wht, wat -> what
  who'?ve -> who have
  w\/o -> without
  w\/ -> with 
  (weve|theyve) -> have
  (buy|sell|lead|look|go|com|spend|order|leav|los|bring|mak|do|grow|fall|drop|shop|return|slow|slipp|walk|
    pay|mov|ship|wait|work|trend|head|start|end|miss|happen|exclud|includ|ignor|hang|pick|hold|chang|
    drift|fad|sleep|churn|lagg|trail|perform|earn|declin|ris|dropp|gett|runn|tak|giv|ask|need|count|
    stopp)in'? -> $1ing
`;
