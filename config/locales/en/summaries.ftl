# Summaries. A summary is made of sentences of the articles and of the frames of answers alone.
summary-nothing = No article says anything about “{ $topic }”.
summary-of-nothing = Say what is to be summarised: an article, a name or a topic.
summary-none = There is no sentence here that could stand in a summary by itself.
summary-beginning = This article is long: the first { $count } sentences were read.
summary-newest = This rests on the newest { $count } sentences around these statements.
summary-disagree = The articles differ: “{ $one }” ({ $first }) and “{ $other }” ({ $second }).
summary-length-unknown = { $length } is no length: say short, normal or long.
