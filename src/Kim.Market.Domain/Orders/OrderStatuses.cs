namespace Kim.Market.Domain.Orders;

/// <summary>What several of the states have in common.</summary>
public static class OrderStatuses
{
    extension(OrderStatus status)
    {
        /// <summary>Nobody gets anything, so nobody owes anything.</summary>
        public bool CameToNothing => status is OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired or OrderStatus.Returned;
    }
}
